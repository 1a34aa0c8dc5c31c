import type { SaleRevision } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { describeField, describeValue } from './describe-value.ts';

export interface RevisionViewProps {
  revision: SaleRevision;
  currency: string;
}

/** What happened, when and by whom, and what was another before. */
export function RevisionView({ revision, currency }: RevisionViewProps) {
  const messages = useMessages();
  const { saleDetail: words } = messages;
  const { format } = useSalesChannels('RevisionView');
  const { run, user, at, changes } = revision;
  const value = (field: string, text: string | null) =>
    describeValue({ field, value: text, currency }, messages, format);
  return (
    <li>
      <p className="sc-history-head">
        <strong>{words.causes[revision.cause]}</strong>{' '}
        {user !== null ? words.byUser(user.name) : run !== null && words.byRun[run.trigger]}
        <time dateTime={at}>{format.instant(at)}</time>
      </p>
      {changes.length > 0 && (
        <ul>
          {changes.map(({ field, label, from, to }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a field may be there for several lines
            <li key={index}>
              <span className="sc-history-field">
                {describeField(field, messages)}
                {label !== null && <bdi> {label}</bdi>}
              </span>
              <VisuallyHidden>{words.from}</VisuallyHidden>
              <del dir="auto">{value(field, from)}</del>
              <span aria-hidden="true" className="sc-history-arrow">
                →
              </span>
              <VisuallyHidden>{words.to}</VisuallyHidden>
              <ins dir="auto">{value(field, to)}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
