import type { Connection } from '@sales-channels/contract';
import { useConnections } from '@sales-channels/react';
import { Section } from '../ui/section.tsx';
import { Row } from './row.tsx';

const STATUSES = {
  connected: { word: 'Connected', tone: 'in_stock' },
  reconnect_required: { word: 'Sign-in needed', tone: 'low' },
  disconnected: { word: 'Disconnected', tone: 'out' },
} as const;

interface AccountingSectionProps {
  businessId: string;
  isViewer: boolean;
}

export function AccountingSection({ businessId, isViewer }: AccountingSectionProps) {
  const { data, error } = useConnections();
  return (
    <Section title="Accounting" lead="Companies whose books this business has connected.">
      {error && <p className="empty">Accounting connections cannot be shown: {error.message}</p>}
      {data?.items.length === 0 && (
        <p className="empty">
          None yet. Connect one from the Sales page
          {!isViewer && (
            <>
              , or let Northwind{' '}
              <a href={`/quickbooks/connect?business=${businessId}`}>sign in to QuickBooks</a> itself
            </>
          )}
          .
        </p>
      )}
      {data?.items.map((connection) => (
        <Row
          key={connection.id}
          title={connection.companyName}
          details={`${connection.providerName} · ${connection.realmId} · ${describe(connection)}`}
          badge={STATUSES[connection.status].word}
          tone={STATUSES[connection.status].tone}
        />
      ))}
    </Section>
  );
}

function describe({ ownership, uses, channelId }: Connection): string {
  const used = [
    ...(ownership === 'kit' ? ['Item sync', 'Build exports'] : uses),
    ...(channelId ? ['Sales channel'] : []),
  ];
  const owner = ownership === 'host' ? 'signed in by Northwind' : 'signed in through Sales Channels';
  return `${owner}${used.length > 0 ? ` · used by ${used.join(', ').toLowerCase()}` : ''}`;
}
