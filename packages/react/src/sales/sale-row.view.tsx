import type { SaleSummary } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { saleTitle } from '../sale-detail/sale-title.ts';
import { Badge } from '../primitives/badge.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

export interface SaleRowViewProps {
  sale: SaleSummary;
  channelName: string;
  onOpen: () => void;
}

export function SaleRowView({ sale, channelName, onOpen }: SaleRowViewProps) {
  const messages = useMessages();
  const { sales: words, saleDetail } = messages;
  const { format } = useSalesChannels('SaleRowView');
  const isVoid = sale.state === 'voided';
  // What is read out has the words that are seen in it.
  const name =
    sale.number === null ? `${words.types[sale.type]}, ${words.noNumber}` : saleTitle(sale, messages);
  const amount = format.amount(sale.total, sale.currency);
  return (
    <tr data-state={sale.state} data-out-of-range={sale.outOfRange || undefined}>
      <td data-column="date">
        <time dateTime={sale.date}>{format.date(sale.date)}</time>
      </td>
      <td data-column="number">
        <button
          type="button"
          className="sc-sale-open"
          aria-haspopup="dialog"
          aria-label={saleDetail.open(name)}
          onClick={onOpen}
        >
          {sale.number === null ? <Missing text={words.noNumber} /> : <bdi>{sale.number}</bdi>}
        </button>
        {/* Where the columns do not fit, what they hold stands below the number. */}
        <span className="sc-sale-more">
          <bdi>{sale.customerName ?? words.noCustomer}</bdi> · {words.types[sale.type]}
        </span>
        <span className="sc-sale-more">
          <SaleStatus sale={sale} isQuiet />
        </span>
      </td>
      <td data-column="customer">
        {sale.customerName === null ? <Missing text={words.noCustomer} /> : <bdi>{sale.customerName}</bdi>}
      </td>
      <td data-column="type">{words.types[sale.type]}</td>
      <td data-column="source">{words.sources[sale.source]}</td>
      <td data-column="channel" title={sale.channelName}>
        <bdi>{channelName}</bdi>
      </td>
      <td data-column="status">
        <SaleStatus sale={sale} />
      </td>
      <td data-column="total">
        <bdi>{isVoid ? <s>{amount}</s> : amount}</bdi> <span className="sc-currency">{sale.currency}</span>
      </td>
    </tr>
  );
}

const Missing = ({ text }: { text: string }) => <span className="sc-missing">{text}</span>;

function SaleStatus({ sale, isQuiet = false }: { sale: SaleSummary; isQuiet?: boolean }) {
  const { sales: words } = useMessages();
  if (sale.state === 'voided') {
    return (
      <span title={sale.voidReason === null ? undefined : words.voidReasons[sale.voidReason]}>
        <Badge icon="void">{words.states.voided}</Badge>
      </span>
    );
  }
  if (sale.outOfRange) {
    return (
      <span title={words.outOfRangeText}>
        <Badge tone="warning" icon="info">
          {words.outOfRange}
        </Badge>
      </span>
    );
  }
  if (sale.state === 'unknown') return <Badge icon="info">{words.states.unknown}</Badge>;
  // Most sales are active: a column of that word would hide the others.
  return isQuiet ? null : <VisuallyHidden>{words.states.active}</VisuallyHidden>;
}
