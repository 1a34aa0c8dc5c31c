import { Select } from '../primitives/select.tsx';

export interface FilterSelectProps<V extends string> {
  label: string;
  /** The choice of no filter. */
  all: string;
  value: V | undefined;
  options: readonly { value: V; label: string }[];
  onChange: (value: V | undefined) => void;
}

export function FilterSelect<V extends string>({
  label,
  all,
  value,
  options,
  onChange,
}: FilterSelectProps<V>) {
  return (
    <Select
      aria-label={label}
      value={value ?? ''}
      data-active={value !== undefined || undefined}
      options={[{ value: '', label: all }, ...options]}
      onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value)}
    />
  );
}
