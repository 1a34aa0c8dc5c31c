import { useInventory } from '../inventory/inventory.ts';
import { formatMoment } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { Row } from './row.tsx';

/** Northwind's own part of the page. */
export function InventorySection({ businessId }: { businessId: string }) {
  const { data } = useInventory(businessId);
  const syncedAt = data?.products.map((product) => product.syncedAt).find((instant) => instant !== null);
  const exported = data?.builds.find(({ journalEntryId }) => journalEntryId !== null);
  const isOn = Boolean(data?.company);
  return (
    <Section title="Inventory" lead="How Northwind keeps its shelves and the books in step.">
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
    </Section>
  );
}
