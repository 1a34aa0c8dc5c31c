import type { SelectHTMLAttributes } from 'react';
import { forwardRef } from 'react';
import { Icon } from './icon.tsx';

export interface SelectOption {
  value: string;
  label: string;
}

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  options: readonly SelectOption[];
}

/** The platform's own select, dressed. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select({ options, ...rest }, ref) {
  return (
    <span className="sc-input" data-kind="select">
      <select {...rest} ref={ref} className="sc-input-control">
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="expand" className="sc-input-icon" />
    </span>
  );
});
