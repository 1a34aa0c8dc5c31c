import type { Product } from '@sales-channels/contract';
import { useEffect, useRef } from 'react';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

export interface ProductOptionViewProps {
  id: string;
  product: Product;
  isActive: boolean;
  onPick: () => void;
}

export function ProductOptionView({ id, product, isActive, onPick }: ProductOptionViewProps) {
  const { format } = useSalesChannels('ProductOptionView');
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isActive]);
  const { code, unitPrice } = product;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the combobox's
    <div
      ref={option}
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of a select holds no two texts
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="sc-product"
      // The focus stays in the field, whose blur would close the list before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <bdi>{product.name}</bdi>
      <span className="sc-product-facts">
        {[code, unitPrice && format.money(unitPrice.amount, unitPrice.currency)].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}
