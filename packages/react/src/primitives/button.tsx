import type { ButtonHTMLAttributes } from 'react';
import { forwardRef } from 'react';
import type { IconName } from '../provider/icons.ts';
import { Icon } from './icon.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One `primary` a view. Default `secondary`. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small' | 'medium';
  icon?: IconName;
  /** Shows that the click is being worked on and takes no other; the button keeps its place and its focus. */
  isPending?: boolean;
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = 'secondary', size = 'medium', icon, isPending = false, className, children, onClick, ...rest },
  ref,
) {
  const shownIcon = isPending ? 'spinner' : icon;
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      className={className ? `sc-button ${className}` : 'sc-button'}
      data-variant={variant}
      data-size={size}
      data-pending={isPending || undefined}
      aria-disabled={isPending || rest['aria-disabled']}
      onClick={isPending || rest['aria-disabled'] === true ? undefined : onClick}
    >
      {shownIcon !== undefined && <Icon name={shownIcon} />}
      {children}
    </button>
  );
});
