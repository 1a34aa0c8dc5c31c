import type { ReactNode } from 'react';
import type { IconName } from '../provider/icons.ts';
import type { Tone } from './badge.tsx';
import { Icon } from './icon.tsx';

export interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  /** `alert` is read out at once. */
  role?: 'alert' | undefined;
  action?: ReactNode;
  children?: ReactNode;
}

const toneIcons: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'error',
};

export function Notice({ tone = 'neutral', title, role, action, children }: NoticeProps) {
  return (
    <div className="sc-notice" data-tone={tone} role={role}>
      <Icon name={toneIcons[tone]} />
      <div className="sc-notice-text">
        {title !== undefined && <strong className="sc-notice-title">{title}</strong>}
        {children}
      </div>
      {action !== undefined && <div className="sc-notice-action">{action}</div>}
    </div>
  );
}
