import type { Sale } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

/** What is between the lines and the total, and the total. */
export function SaleSumsView({ sale }: { sale: Sale }) {
  const { saleDetail: words } = useMessages();
  const { format } = useSalesChannels('SaleSumsView');
  const amount = (decimal: string) => format.amount(decimal, sale.currency);
  const parts = [
    { label: words.discount, value: negated(sale.discount) },
    { label: words.shipping, value: sale.shipping },
    { label: words.tax, value: sale.tax },
  ].filter(({ value }) => /[1-9]/.test(value));
  return (
    <dl className="sc-sale-sums">
      {parts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{amount(value)}</bdi>
          </dd>
        </div>
      ))}
      <div data-part="total">
        <dt>{words.total}</dt>
        <dd>
          <bdi>{format.money(sale.total, sale.currency)}</bdi>
        </dd>
      </div>
    </dl>
  );
}

const negated = (decimal: string): string => (decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`);
