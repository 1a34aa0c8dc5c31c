import { startTransition, useId, useOptimistic } from 'react';

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; hint?: string }[];
  /** Resolves when the change has been made, or has failed. */
  onChange: (value: T) => Promise<unknown>;
}

/** One of a few, all visible. Shows the new one at once, and the old one again when it could not be changed. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  const [shown, show] = useOptimistic(value);
  const choose = (chosen: T) =>
    startTransition(async () => {
      show(chosen);
      await onChange(chosen);
    });
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === shown}
            onChange={() => choose(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
