import { isClearNo } from '../messages/is-clear-no.ts';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Notice } from '../primitives/notice.tsx';

export interface ChangeRefusalViewProps {
  error: unknown;
  /** For a clear "no". */
  refusedTitle: string;
  /** For no clear answer: the change may have been made. */
  unansweredTitle: string;
}

/** Why a change of a sale was not made, or that nobody knows whether it was. */
export function ChangeRefusalView({ error, refusedTitle, unansweredTitle }: ChangeRefusalViewProps) {
  const messages = useMessages();
  const isNo = isClearNo(error);
  return (
    <Notice tone={isNo ? 'danger' : 'warning'} role="alert" title={isNo ? refusedTitle : unansweredTitle}>
      {describeProblem(messages, error)}
      {!isNo && ` ${messages.saleDetail.unansweredText}`}
    </Notice>
  );
}
