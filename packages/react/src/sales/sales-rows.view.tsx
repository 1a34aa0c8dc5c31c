import type { SaleSummary } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { Skeleton } from '../primitives/skeleton.tsx';
import { SaleRowView } from './sale-row.view.tsx';

const COLUMNS = ['date', 'number', 'customer', 'type', 'source', 'channel', 'status', 'total'] as const;
const SKELETON_ROWS = [0, 1, 2, 3, 4, 5];

function Head() {
  const { columns } = useMessages().sales;
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => (
          <th key={column} scope="col" data-column={column}>
            {columns[column]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export interface SalesRowsViewProps {
  sales: readonly SaleSummary[];
  /** What to call each channel where room is short; its own name where there is none. */
  channelNames: ReadonlyMap<string, string>;
  /** They answer an earlier question; the answer to the present one is on its way. */
  isStale: boolean;
  onOpen: (saleId: string) => void;
}

export function SalesRowsView({ sales, channelNames, isStale, onOpen }: SalesRowsViewProps) {
  const { tableLabel } = useMessages().sales;
  return (
    <table className="sc-table" aria-label={tableLabel} data-stale={isStale || undefined}>
      <Head />
      <tbody>
        {sales.map((sale) => (
          <SaleRowView
            key={sale.id}
            sale={sale}
            channelName={channelNames.get(sale.channelId) ?? sale.channelName}
            onOpen={() => onOpen(sale.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

export function SalesRowsSkeleton() {
  const { loading } = useMessages().common;
  return (
    <>
      <output className="sc-visually-hidden">{loading}</output>
      <table className="sc-table" aria-hidden="true">
        <Head />
        <tbody>
          {SKELETON_ROWS.map((row) => (
            <tr key={row}>
              {COLUMNS.map((column) => (
                <td key={column} data-column={column}>
                  <Skeleton width={column === 'customer' ? 16 : 8} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
