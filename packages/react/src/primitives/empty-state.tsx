import type { ReactNode } from 'react';
import type { IconName } from '../provider/icons.ts';
import { Icon } from './icon.tsx';

export interface EmptyStateProps {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  /** The next step; nothing and `false` leave no room for one. */
  action?: ReactNode;
}

export function EmptyState({ icon = 'empty', title, children, action }: EmptyStateProps) {
  return (
    <div className="sc-empty">
      <span className="sc-empty-icon">
        <Icon name={icon} size={20} />
      </span>
      <p className="sc-empty-title">{title}</p>
      {children !== undefined && <p className="sc-empty-text">{children}</p>}
      {action !== undefined && action !== false && <div className="sc-empty-action">{action}</div>}
    </div>
  );
}
