import type { InputHTMLAttributes, ReactNode } from 'react';
import { forwardRef } from 'react';

export interface CheckboxProps extends InputHTMLAttributes<HTMLInputElement> {
  children: ReactNode;
}

export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  { children, ...rest },
  ref,
) {
  return (
    <label className="sc-checkbox" data-disabled={rest.disabled || undefined}>
      <input {...rest} ref={ref} type="checkbox" />
      <span>{children}</span>
    </label>
  );
});

/** A setting that takes effect at once. */
export const Switch = forwardRef<HTMLInputElement, CheckboxProps>(function Switch(
  { children, ...rest },
  ref,
) {
  return (
    <label className="sc-switch" data-disabled={rest.disabled || undefined}>
      <span>{children}</span>
      <input {...rest} ref={ref} type="checkbox" role="switch" aria-checked={rest.checked} />
    </label>
  );
});
