import { useInventory } from '../inventory/inventory.ts';
import { formatMoment } from '../ui/format.ts';
import { Row } from './row.tsx';

interface InventoryRowsProps {
  businessId: string;
  /** Northwind's own sign-in to QuickBooks; null for those who may not. */
  signInAddress: string | null;
}

/** Northwind's own part of the page: how it keeps its shelves and the books in step. */
export function InventoryRows({ businessId, signInAddress }: InventoryRowsProps) {
  const { data } = useInventory(businessId);
  const syncedAt = data?.products.map((product) => product.syncedAt).find((instant) => instant !== null);
  const exported = data?.builds.find(({ journalEntryId }) => journalEntryId !== null);
  const isOn = Boolean(data?.company);
  return (
    <>
      <Row
        title="Item sync"
        details={
          syncedAt ? `Names and prices from QuickBooks, last on ${formatMoment(syncedAt)}` : 'Not run yet'
        }
        badge={isOn ? 'Available' : 'No company'}
        tone={isOn ? 'in_stock' : 'out'}
      />
      <Row
        title="Build exports"
        details={exported ? `Last exported: ${exported.quantity} × ${exported.product}` : 'Not run yet'}
        badge={isOn ? 'Available' : 'No company'}
        tone={isOn ? 'in_stock' : 'out'}
      />
      {data && !isOn && signInAddress !== null && (
        <p className="row muted">
          <span>
            Connect a company above, or let Northwind <a href={signInAddress}>sign in to QuickBooks</a>{' '}
            itself.
          </span>
        </p>
      )}
    </>
  );
}
