import { englishMessages, useChannels } from '@sales-channels/react';
import { Link } from '../navigation.tsx';
import { formatDate } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { Row } from './row.tsx';

const GOOD = new Set(['up_to_date', 'active', 'syncing']);

export function ChannelsSection() {
  const { data, error } = useChannels();
  return (
    <Section
      title="Sales channels"
      lead={
        <>
          Where sales come from. They are managed on the <Link href="/sales">Sales</Link> page.
        </>
      }
    >
      {error && <p className="empty">Sales channels cannot be shown: {error.message}</p>}
      {data?.items.length === 0 && <p className="empty">None yet.</p>}
      {data?.items.map(({ id, type, name, connection, initialSyncDate, status }) => (
        <Row
          key={id}
          title={connection ? `${connection.providerName} · ${connection.companyName}` : name}
          details={
            type === 'manual'
              ? 'Sales entered here'
              : `Accounting${initialSyncDate && initialSyncDate > '1900-01-01' ? ` · since ${formatDate(initialSyncDate)}` : ''}`
          }
          badge={englishMessages.channels.statuses[status]}
          tone={GOOD.has(status) ? 'in_stock' : 'low'}
        />
      ))}
    </Section>
  );
}
