import type { SaleHints, SaleSummary } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { Notice } from '../primitives/notice.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

/** Sales that may be the same one. A remark: nothing waits for it. */
export function SaleHintsView({ hints }: { hints: SaleHints | undefined }) {
  const { manualSale: words } = useMessages();
  return (
    <output className="sc-sale-hints" aria-label={words.hintsLabel}>
      {hints !== undefined && hints.sameNumber.length > 0 && (
        <HintView text={words.sameNumber} sales={hints.sameNumber} />
      )}
      {hints !== undefined && hints.lookalikes.length > 0 && (
        <HintView text={words.lookalikes} sales={hints.lookalikes} />
      )}
    </output>
  );
}

function HintView({ text, sales }: { text: string; sales: readonly SaleSummary[] }) {
  const { manualSale, sales: words } = useMessages();
  const { format } = useSalesChannels('HintView');
  return (
    <Notice tone="info">
      {text}
      {sales.map((sale) => (
        <span key={sale.id} className="sc-sale-hint">
          {manualSale.hintedSale(
            `${words.types[sale.type]} ${sale.number ?? ''}`.trim(),
            sale.customerName ?? words.noCustomer,
            format.date(sale.date),
            format.money(sale.total, sale.currency),
          )}
        </span>
      ))}
    </Notice>
  );
}
