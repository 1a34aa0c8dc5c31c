import type { Channel } from '@sales-channels/contract';
import { EARLIEST_DATE } from '@sales-channels/contract';
import { englishMessages, useChannels } from '@sales-channels/react';
import { Link } from '../navigation.tsx';
import { formatDate } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { Row } from './row.tsx';

const words = englishMessages.channels;
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
      {data?.items.map((channel) => (
        <Row
          key={channel.id}
          title={channel.name}
          details={describe(channel)}
          badge={words.statuses[channel.status]}
          tone={GOOD.has(channel.status) ? 'in_stock' : 'low'}
        />
      ))}
    </Section>
  );
}

function describe({ type, connection, initialSyncDate }: Channel): string {
  if (type === 'manual') return words.manualText;
  const since =
    initialSyncDate === EARLIEST_DATE
      ? words.sinceEver
      : initialSyncDate && words.since(formatDate(initialSyncDate));
  return [words.types[type], connection?.providerName, since].filter(Boolean).join(' · ');
}
