import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { RelativeTime } from '../primitives/relative-time.tsx';
import type { Trouble } from './trouble.ts';

export interface TroubleViewProps extends Pick<Trouble, 'tone' | 'text' | 'failedAt'> {
  action?: ReactNode;
}

/** One sentence and one action. What is read out is what is wrong, not how long it has been. */
export function TroubleView({ tone, text, failedAt = null, action }: TroubleViewProps) {
  const { channels } = useMessages();
  return (
    <div className="sc-trouble" data-tone={tone}>
      <p className="sc-trouble-text">
        {tone !== 'neutral' && <Icon name={tone === 'danger' ? 'error' : 'warning'} />}
        <span>
          {failedAt !== null && <RelativeTime instant={failedAt}>{channels.syncFailed}</RelativeTime>}{' '}
          <span aria-live="polite">{text}</span>
        </span>
      </p>
      {action}
    </div>
  );
}
