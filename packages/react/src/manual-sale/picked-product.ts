import type { Product } from '@sales-channels/contract';
import type { LineValues } from './manual-sale-values.ts';

/**
 * What picking a product changes in a line. Its price comes along in its own currency only, and over no price the user typed.
 * @param write how the user writes a decimal.
 */
export function pickedProduct(
  line: LineValues,
  product: Product,
  currency: string,
  write: (decimal: string) => string,
): Partial<LineValues> {
  const picked = { productId: product.id, description: product.name };
  const isOwnPrice = line.unitPrice.trim() !== '' && line.unitPrice !== line.suggestedPrice;
  if (isOwnPrice) return picked;
  const suggestedPrice = product.unitPrice?.currency === currency ? write(product.unitPrice.amount) : '';
  return { ...picked, unitPrice: suggestedPrice, suggestedPrice };
}
