import type { Sale, SaleHints } from '@sales-channels/contract';
import type { ReactNode } from 'react';
import { SaleHintsView } from '../manual-sale/sale-hints.view.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { Badge } from '../primitives/badge.tsx';
import { Notice } from '../primitives/notice.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { SaleFactsView } from './sale-facts.view.tsx';
import { SaleLinesView } from './sale-lines.view.tsx';

export interface SaleDetailViewProps {
  sale: Sale;
  hints: SaleHints | undefined;
  /** What was done last, for those who do not see it. */
  announcement: string;
  history: ReactNode;
}

export function SaleDetailView({ sale, hints, announcement, history }: SaleDetailViewProps) {
  const { saleDetail: words, sales } = useMessages();
  return (
    <div className="sc-sale-detail" data-state={sale.state}>
      {sale.state === 'voided' && (
        <Notice
          tone="neutral"
          title={sale.voidReason === null ? undefined : sales.voidReasons[sale.voidReason]}
        >
          {sale.voidNote !== null && (
            <q className="sc-sale-void-note" dir="auto">
              {sale.voidNote}
            </q>
          )}{' '}
          {words.voidedText}
        </Notice>
      )}
      {sale.outOfRange && <Notice tone="warning">{sales.outOfRangeText}</Notice>}
      <SaleHintsView hints={hints} />
      <SaleFactsView sale={sale} />
      <SaleLinesView sale={sale} />
      {history}
      <output className="sc-visually-hidden">{announcement}</output>
    </div>
  );
}

/** Below the title: what the sale is worth, and whether it counts. */
export function SaleHeadView({ sale }: { sale: Sale }) {
  const { format } = useSalesChannels('SaleHeadView');
  const total = format.money(sale.total, sale.currency);
  return (
    <div className="sc-sale-head" data-state={sale.state}>
      <SaleState sale={sale} />
      <bdi>{sale.state === 'voided' ? <s>{total}</s> : <strong>{total}</strong>}</bdi>
    </div>
  );
}

function SaleState({ sale }: { sale: Sale }) {
  const { sales: words } = useMessages();
  if (sale.state === 'voided') return <Badge icon="void">{words.states.voided}</Badge>;
  return (
    <Badge tone="success" icon="success">
      {words.states[sale.state]}
    </Badge>
  );
}
