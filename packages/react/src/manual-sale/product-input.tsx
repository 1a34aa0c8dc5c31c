import type { Product } from '@sales-channels/contract';
import { forwardRef, useState } from 'react';
import { useSettled } from '../connect-wizard/use-settled.ts';
import type { FieldControlProps } from '../primitives/field.tsx';
import { useProducts } from '../queries/products.ts';
import { ProductComboboxView } from './product-combobox.view.tsx';

export interface ProductInputProps extends FieldControlProps {
  name: string;
  text: string;
  /** The text is the name of a product that was picked. */
  isPicked: boolean;
  onBlur: (event: { target: unknown }) => void;
  onTextChange: (text: string) => void;
  onPick: (product: Product) => void;
}

const PAUSE_MS = 250;
const MAX_SEARCH = 100;

/** Searches the host's products by what is typed. What is typed is enough by itself. */
export const ProductInput = forwardRef<HTMLInputElement, ProductInputProps>(function ProductInput(
  { text, isPicked, ...rest },
  ref,
) {
  const [isOpen, setOpen] = useState(false);
  // The name of a picked product would find nothing but itself.
  const search = useSettled(isPicked ? '' : text.trim().slice(0, MAX_SEARCH), PAUSE_MS);
  const products = useProducts(isOpen ? search : null);
  return (
    <ProductComboboxView
      {...rest}
      ref={ref}
      text={text}
      isOpen={isOpen}
      products={products.data?.items}
      hasFailed={products.isError}
      onOpenChange={setOpen}
    />
  );
});
