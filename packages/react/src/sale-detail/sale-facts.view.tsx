import type { Sale } from '@sales-channels/contract';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

interface Fact {
  label: string;
  /** What is empty is not shown. */
  value: ReactNode;
}

/** What is known of the sale as a whole. */
export function SaleFactsView({ sale }: { sale: Sale }) {
  const { saleDetail: words, sales, channels } = useMessages();
  const { format } = useSalesChannels('SaleFactsView');
  const money = (decimal: string) => format.money(decimal, sale.currency);
  const isPaid = !/[1-9]/.test(sale.balance);
  // A sale in the home currency may come with a rate of one, which says nothing.
  const rate = sale.exchangeRate !== null && !/^1(\.0*)?$/.test(sale.exchangeRate) && sale.exchangeRate;
  const facts: readonly Fact[] = [
    { label: words.date, value: <time dateTime={sale.date}>{format.date(sale.date)}</time> },
    {
      label: words.dueDate,
      value: sale.dueDate && <time dateTime={sale.dueDate}>{format.date(sale.dueDate)}</time>,
    },
    {
      label: words.customer,
      value: orMissing(sale.customerName, sales.noCustomer),
    },
    { label: words.reference, value: orMissing(sale.number, sales.noNumber) },
    { label: words.type, value: sales.types[sale.type] },
    { label: words.source, value: sales.sources[sale.source] },
    {
      label: words.channel,
      value: sale.source === 'manual' ? channels.types.manual : <bdi>{sale.channelName}</bdi>,
    },
    { label: words.currency, value: `${sale.currency} – ${format.currencyName(sale.currency)}` },
    { label: words.exchangeRate, value: rate && format.decimal(rate) },
    {
      label: words.balance,
      value: sale.type === 'invoice' && (isPaid ? words.paid : <bdi>{money(sale.balance)}</bdi>),
    },
    {
      label: sale.source === 'manual' ? words.enteredAt : words.importedAt,
      value: <time dateTime={sale.importedAt}>{format.instant(sale.importedAt)}</time>,
    },
    { label: words.note, value: sale.note && <bdi className="sc-sale-note">{sale.note}</bdi> },
  ];
  return (
    <dl className="sc-sale-facts">
      {facts.map(({ label, value }) =>
        value ? (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

const orMissing = (text: string | null, missing: string) =>
  text === null ? <span className="sc-missing">{missing}</span> : <bdi>{text}</bdi>;
