import { formatMoment } from '../ui/format.ts';
import { useNotices } from './notices.ts';
import { useTold } from './told.ts';

const WORDS: Record<string, string> = {
  'connection.reconnect_required': 'needs somebody to sign in to QuickBooks Online again',
};

/** Everything Sales Channels has told Northwind: its backend by signed events, this page by callbacks. */
export function ToldList({ businessId }: { businessId: string }) {
  const notices = useNotices(businessId).data?.items ?? [];
  const told = useTold();
  if (notices.length + told.length === 0) return null;
  return (
    <section className="told" aria-label="Told by Sales Channels">
      <h2>Told by Sales Channels</h2>
      <ul>
        {notices.map(({ id, type, companyName, at }) => (
          <li key={id}>
            {companyName} {WORDS[type] ?? type} <small>to the backend, {formatMoment(at)}</small>
          </li>
        ))}
        {told.map(({ id, text, at }) => (
          <li key={id}>
            {text} <small>to this page, {formatMoment(at)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
