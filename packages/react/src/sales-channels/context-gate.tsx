import type { Context } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import type { ReactNode } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { useContextQuery } from '../queries/context.ts';

export interface ContextGateProps {
  skeleton: ReactNode;
  failedTitle: string;
  /** For somebody who may not even look. */
  noReadTitle: string;
  noReadText: string;
  children: (context: Context) => ReactNode;
}

/** Shows a widget's content once it is known who looks at it, and until then why not. */
export function ContextGate({ skeleton, failedTitle, noReadTitle, noReadText, children }: ContextGateProps) {
  const messages = useMessages();
  const query = useContextQuery();

  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return skeleton;
  if (query.error instanceof ApiProblem && query.error.code === 'forbidden') {
    return (
      <div className="sc-card">
        <EmptyState icon="locked" title={noReadTitle}>
          {noReadText}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="sc-card" role="alert">
      <EmptyState
        icon="error"
        title={failedTitle}
        action={<Button onClick={() => void query.refetch()}>{messages.common.retry}</Button>}
      >
        {describeProblem(messages, query.error)}
      </EmptyState>
    </div>
  );
}
