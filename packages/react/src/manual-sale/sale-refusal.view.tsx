import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Notice } from '../primitives/notice.tsx';
import type { SaleRefusal } from './use-make-sale.ts';

export function SaleRefusalView({ error, isUnanswered }: SaleRefusal) {
  const messages = useMessages();
  const { manualSale: words } = messages;
  return (
    <Notice
      tone={isUnanswered ? 'warning' : 'danger'}
      role="alert"
      title={isUnanswered ? words.unansweredTitle : words.refusedTitle}
    >
      {describeProblem(messages, error)}
      {isUnanswered && ` ${words.unansweredText}`}
    </Notice>
  );
}
