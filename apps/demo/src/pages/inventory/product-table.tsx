import type { InventoryProduct } from '../../wire/inventory.ts';
import { formatMoney, formatQuantity } from '../ui/format.ts';

const LEVELS = { in_stock: 'In stock', low: 'Reorder', out: 'Out of stock' };

export function ProductTable({ products }: { products: InventoryProduct[] }) {
  if (products.length === 0)
    return <p className="empty">No products yet. Sync items to take them over from QuickBooks.</p>;
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col" className="number optional">
              Price
            </th>
            <th scope="col" className="number optional">
              Opening
            </th>
            <th scope="col" className="number optional">
              Built
            </th>
            <th scope="col" className="number">
              Sold
            </th>
            <th scope="col" className="number">
              On hand
            </th>
            <th scope="col">Level</th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <tr key={product.itemId}>
              <th scope="row">
                {product.name}
                <small>{product.sku ?? `Item ${product.itemId}`}</small>
              </th>
              <td className="number optional">
                {product.unitPrice === null ? '–' : formatMoney(product.unitPrice)}
              </td>
              <td className="number optional">{formatQuantity(product.opening)}</td>
              <td className="number optional">{formatQuantity(product.built)}</td>
              <td className="number">{formatQuantity(product.sold)}</td>
              <td className="number strong">{formatQuantity(product.onHand)}</td>
              <td>
                <span className="badge" data-tone={product.level}>
                  {LEVELS[product.level]}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
