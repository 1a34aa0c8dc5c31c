import type { ReactNode } from 'react';
import { Icon } from '../primitives/icon.tsx';
import type { Trouble } from './describe-trouble.ts';

export interface TroubleViewProps {
  tone: Trouble['tone'];
  text: string;
  action?: ReactNode;
}

/** One sentence and one action. */
export function TroubleView({ tone, text, action }: TroubleViewProps) {
  return (
    <div className="sc-trouble" data-tone={tone} aria-live="polite">
      <p className="sc-trouble-text">
        {tone !== 'neutral' && <Icon name={tone === 'danger' ? 'error' : 'warning'} />}
        <span>{text}</span>
      </p>
      {action}
    </div>
  );
}
