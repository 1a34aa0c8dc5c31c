import type { Movement } from '../../wire/inventory.ts';
import { formatChange, formatDate, formatMoment } from '../ui/format.ts';

const REASONS: Record<Movement['reason'], string> = {
  sold: 'Sold',
  returned: 'Returned',
  changed: 'Sale changed',
  voided: 'Sale voided',
  deleted: 'Sale deleted',
  out_of_range: 'Sale out of range',
};

export function MovementList({ movements }: { movements: Movement[] }) {
  if (movements.length === 0)
    return <p className="empty">Nothing has moved yet. Connect a sales channel on the Sales page.</p>;
  return (
    <ol className="log">
      {movements.map((movement) => (
        <li key={movement.saleId}>
          <div>
            <strong>{REASONS[movement.reason]}</strong> {movement.number ?? 'No number'}
            <small title={`Counted ${formatMoment(movement.at)}`}>{formatDate(movement.date)}</small>
          </div>
          <ul>
            {movement.changes.map(({ product, quantity }) => (
              <li key={product}>
                {product}{' '}
                <b data-sign={quantity.startsWith('-') ? 'minus' : 'plus'}>{formatChange(quantity)}</b>
              </li>
            ))}
            {movement.changes.length === 0 && <li className="muted">Services only</li>}
          </ul>
        </li>
      ))}
    </ol>
  );
}
