import type { Sale, SaleLine } from '@sales-channels/contract';
import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { SaleSumsView } from './sale-sums.view.tsx';

export function SaleLinesView({ sale }: { sale: Sale }) {
  const { saleDetail: words } = useMessages();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className="sc-sale-subtitle">
        {words.lines}
      </h3>
      {sale.lines.length === 0 ? (
        <p className="sc-missing">{words.noLines}</p>
      ) : (
        <table className="sc-line-table" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.quantity}</th>
              <th scope="col">{words.unitPrice}</th>
              <th scope="col">{words.amount}</th>
            </tr>
          </thead>
          <tbody>
            {sale.lines.map((line, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
              <LineRow key={index} line={line} currency={sale.currency} />
            ))}
          </tbody>
        </table>
      )}
      <SaleSumsView sale={sale} />
    </section>
  );
}

function LineRow({ line, currency }: { line: SaleLine; currency: string }) {
  const { saleDetail: words } = useMessages();
  const { format } = useSalesChannels('LineRow');
  const name = line.itemName ?? line.description ?? '–';
  return (
    <tr>
      <td>
        <bdi>{name}</bdi>
        {line.description !== null && line.description !== name && (
          <bdi className="sc-line-more">{line.description}</bdi>
        )}
        {line.group !== null && line.group.name !== null && (
          <span className="sc-line-more">{words.inGroup(line.group.name)}</span>
        )}
      </td>
      <td data-label={words.quantity}>
        {line.quantity !== null && <bdi>{format.decimal(line.quantity)}</bdi>}
      </td>
      <td data-label={words.unitPrice}>
        {line.unitPrice !== null && <bdi>{format.amount(line.unitPrice, currency)}</bdi>}
      </td>
      <td>{line.kind !== 'description' && <bdi>{format.amount(line.amount, currency)}</bdi>}</td>
    </tr>
  );
}
