import type { ReactNode } from 'react';
import type { IconName } from '../provider/icons.ts';
import { Icon } from './icon.tsx';

export type Tone = 'neutral' | 'success' | 'warning' | 'danger' | 'info';

export interface BadgeProps {
  tone?: Tone;
  /** Colour is never the only sign. */
  icon?: IconName;
  children: ReactNode;
}

export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className="sc-badge" data-tone={tone}>
      {icon !== undefined && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}
