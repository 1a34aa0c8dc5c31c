import type { Product } from '@sales-channels/contract';
import type { KeyboardEvent } from 'react';
import { forwardRef, useEffect, useId, useRef, useState } from 'react';
import type { Messages } from '../messages/messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { TextInput } from '../primitives/text-input.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import type { FieldControlProps } from '../primitives/field.tsx';
import { nextActive } from './next-active.ts';
import { ProductOptionView } from './product-option.view.tsx';

export interface ProductComboboxViewProps extends FieldControlProps {
  name: string;
  text: string;
  isOpen: boolean;
  /** Undefined while they are on their way. */
  products: readonly Product[] | undefined;
  hasFailed: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onBlur: (event: { target: unknown }) => void;
  onTextChange: (text: string) => void;
  onPick: (product: Product) => void;
}

/** An editable combobox with a list: arrows go through the list, Enter picks, Escape closes it and not the dialog. */
export const ProductComboboxView = forwardRef<HTMLInputElement, ProductComboboxViewProps>(
  function ProductComboboxView(props, ref) {
    const { isOpen, products = [], onOpenChange, onPick } = props;
    const listId = useId();
    const count = products.length;
    const popup = useRef<HTMLDivElement>(null);
    const [active, setActive] = useState(-1);
    const activeId = isOpen && active in products ? `${listId}-${active}` : undefined;

    useEffect(() => {
      // Not in every environment there is something to scroll.
      if (isOpen && count >= 0) popup.current?.scrollIntoView?.({ block: 'nearest' });
    }, [isOpen, count]);

    const setOpen = (open: boolean) => {
      setActive(-1);
      onOpenChange(open);
    };
    const pick = (product: Product) => {
      setOpen(false);
      onPick(product);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const picked = products[active];
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (!isOpen) onOpenChange(true);
        setActive(nextActive(active, event.key === 'ArrowDown' ? 1 : -1, products.length));
      } else if (event.key === 'Enter' && isOpen) {
        event.preventDefault();
        if (picked === undefined) setOpen(false);
        else pick(picked);
      } else if (event.key === 'Escape' && isOpen) {
        setOpen(false);
      }
    };

    return (
      <div className="sc-combobox">
        <TextInput
          id={props.id}
          aria-describedby={props['aria-describedby']}
          aria-invalid={props['aria-invalid']}
          ref={ref}
          name={props.name}
          value={props.text}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select takes no text of one's own
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-activedescendant={activeId}
          onChange={({ target }) => {
            props.onTextChange(target.value);
            setOpen(true);
          }}
          onClick={() => onOpenChange(true)}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            setOpen(false);
            props.onBlur(event);
          }}
        />
        <div ref={popup} className="sc-combobox-popup" hidden={!isOpen}>
          <ProductListView {...props} listId={listId} active={active} onPick={pick} />
        </div>
      </div>
    );
  },
);

type ProductListViewProps = Pick<ProductComboboxViewProps, 'isOpen' | 'products' | 'hasFailed' | 'onPick'> & {
  listId: string;
  active: number;
};

function ProductListView({ isOpen, products, hasFailed, listId, active, onPick }: ProductListViewProps) {
  const { manualSale: words } = useMessages();
  const remark = remarkOf(words, products, hasFailed);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist neither searches nor looks like the rest */}
      <div role="listbox" id={listId} aria-label={words.productsLabel}>
        {products?.map((product, index) => (
          <ProductOptionView
            key={product.id}
            id={`${listId}-${index}`}
            product={product}
            isActive={index === active}
            onPick={() => onPick(product)}
          />
        ))}
      </div>
      <output>
        {isOpen && remark !== null && <span className="sc-combobox-remark">{remark}</span>}
        {isOpen && remark === null && <ProductCount count={products?.length ?? 0} />}
      </output>
    </>
  );
}

function remarkOf(
  words: Messages['manualSale'],
  products: readonly Product[] | undefined,
  hasFailed: boolean,
): string | null {
  if (products !== undefined) return products.length === 0 ? words.noProducts : null;
  return hasFailed ? words.productsFailed : words.productsLoading;
}

function ProductCount({ count }: { count: number }) {
  const { manualSale: words } = useMessages();
  return <VisuallyHidden>{words.productsFound(count, String(count))}</VisuallyHidden>;
}
