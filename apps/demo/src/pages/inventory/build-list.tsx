import type { Build } from '../../wire/inventory.ts';
import { formatMoment, formatMoney } from '../ui/format.ts';

export function BuildList({ builds }: { builds: Build[] }) {
  if (builds.length === 0) return <p className="empty">No batch was built yet.</p>;
  return (
    <ol className="log">
      {builds.map((build) => (
        <li key={build.id}>
          <div>
            <strong>
              {build.quantity} × {build.product}
            </strong>
            <small>{formatMoment(build.madeAt)}</small>
          </div>
          <p>
            {formatMoney(build.cost)}{' '}
            <span className="muted">
              {build.journalEntryId === null ? 'not exported yet' : `journal entry ${build.journalEntryId}`}
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
