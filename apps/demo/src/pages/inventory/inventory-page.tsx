import type { AccountView } from '../../wire/account.ts';
import { Problem } from '../ui/problem.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { BuildList } from './build-list.tsx';
import { InventoryActions } from './inventory-actions.tsx';
import { InventoryFacts } from './inventory-facts.tsx';
import { useInventory } from './inventory.ts';
import { MovementList } from './movement-list.tsx';
import { ProductTable } from './product-table.tsx';
import { RecountButton } from './recount-button.tsx';

export function InventoryPage({ account }: { account: AccountView }) {
  const { business, user } = account;
  const inventory = useInventory(business.id);
  const { data } = inventory;
  return (
    <>
      <PageHeader title="Inventory" lead={`Finished goods on the shelves of ${business.name}.`}>
        {data && (
          <InventoryActions
            businessId={business.id}
            isViewer={user.isViewer}
            hasCompany={data.company !== null}
          />
        )}
      </PageHeader>
      {!data && inventory.isError && (
        <Problem error={inventory.error} onRetry={() => void inventory.refetch()} />
      )}
      {data && (
        <>
          <InventoryFacts inventory={data} />
          <Section title="Finished goods" lead="Stock falls as sales arrive, and rises when one is voided.">
            <ProductTable products={data.products} />
          </Section>
          <div className="columns">
            <Section
              title="Stock movements"
              lead="Newest first."
              action={!user.isViewer && <RecountButton businessId={business.id} />}
            >
              <MovementList movements={data.movements} />
            </Section>
            <Section title="Builds" lead="Batches made, and the journal entries that value them.">
              <BuildList builds={data.builds} />
            </Section>
          </div>
        </>
      )}
    </>
  );
}
