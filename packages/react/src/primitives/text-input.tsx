import type { InputHTMLAttributes } from 'react';
import { forwardRef } from 'react';
import type { IconName } from '../provider/icons.ts';
import { Icon } from './icon.tsx';

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  icon?: IconName;
}

/** A line of text, a search or a date. */
export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput(
  { icon, type = 'text', ...rest },
  ref,
) {
  return (
    <span className="sc-input" data-icon={icon}>
      {icon !== undefined && <Icon name={icon} className="sc-input-icon" />}
      <input {...rest} ref={ref} type={type} className="sc-input-control" />
    </span>
  );
});
