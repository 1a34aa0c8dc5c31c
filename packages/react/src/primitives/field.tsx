import type { ReactNode } from 'react';
import { useId } from 'react';
import { Icon } from './icon.tsx';

export interface FieldControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Draws the control with the props that tie it to label, hint and error. */
  children: (control: FieldControlProps) => ReactNode;
}

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? null : `${id}-hint`;
  const errorId = error === undefined ? null : `${id}-error`;
  const describedBy = [errorId, hintId].filter(Boolean).join(' ');
  return (
    <div className="sc-field" data-invalid={error === undefined ? undefined : true}>
      <label htmlFor={id} className="sc-field-label">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {errorId !== null && (
        <p id={errorId} className="sc-field-error">
          <Icon name="error" size={12} />
          {error}
        </p>
      )}
      {hintId !== null && (
        <p id={hintId} className="sc-field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
