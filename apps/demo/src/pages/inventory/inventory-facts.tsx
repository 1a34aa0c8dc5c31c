import type { Inventory } from '../../wire/inventory.ts';
import { Link } from '../navigation.tsx';
import { formatCount } from '../ui/format.ts';

const OWNERS = { northwind: 'connected by Northwind', 'sales-channels': 'lent by Sales Channels' };

export function InventoryFacts({ inventory }: { inventory: Inventory }) {
  const { products, company, salesReceived } = inventory;
  const scarce = products.filter(({ level }) => level !== 'in_stock').length;
  return (
    <dl className="facts">
      <div>
        <dt>Sales received</dt>
        <dd>{formatCount(salesReceived)}</dd>
      </div>
      <div>
        <dt>Products</dt>
        <dd>{formatCount(products.length)}</dd>
      </div>
      <div>
        <dt>To reorder</dt>
        <dd>{formatCount(scarce)}</dd>
      </div>
      <div className="wide">
        <dt>QuickBooks company</dt>
        <dd>
          {company ? (
            <>
              {company.name} <small>{OWNERS[company.owner]}</small>
            </>
          ) : (
            <>
              None yet <Link href="/settings/connections">Connections</Link>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
