import type { Product } from '@sales-channels/contract';
import type { FieldErrors, UseFormReturn } from 'react-hook-form';
import { useMessages } from '../messages/use-messages.ts';
import { Field } from '../primitives/field.tsx';
import { Icon } from '../primitives/icon.tsx';
import { TextInput } from '../primitives/text-input.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { LineValues, ManualSaleValues } from './manual-sale-values.ts';
import { pickedProduct } from './picked-product.ts';
import { ProductInput } from './product-input.tsx';

export interface LineViewProps {
  form: UseFormReturn<ManualSaleValues>;
  index: number;
  values: LineValues | undefined;
  currency: string;
  errors: FieldErrors<LineValues> | undefined;
  amount: string | null;
  hasProducts: boolean;
  isOnly: boolean;
  onRemove: () => void;
}

export function LineView(props: LineViewProps) {
  const { manualSale: words } = useMessages();
  const { format } = useSalesChannels('LineView');
  const { form, index, errors, currency, values } = props;
  const position = format.number(index + 1);
  const name = `lines.${index}` as const;
  const description = form.register(`${name}.description`);

  const pick = (product: Product) => {
    if (values === undefined) return;
    for (const [field, value] of Object.entries(pickedProduct(values, product, currency, format.decimal))) {
      form.setValue(`${name}.${field as keyof LineValues}`, value, { shouldDirty: true, shouldTouch: true });
    }
    void form.trigger(name);
  };
  const describe = (text: string) => {
    form.setValue(`${name}.productId`, '');
    form.setValue(`${name}.description`, text, {
      shouldDirty: true,
      shouldValidate: errors?.description !== undefined,
    });
  };

  return (
    <fieldset className="sc-sale-line" aria-label={words.line(position)}>
      <div data-part="description">
        <Field
          label={props.hasProducts ? words.product : words.description}
          error={errors?.description?.message}
        >
          {(control) =>
            props.hasProducts ? (
              <ProductInput
                {...control}
                ref={description.ref}
                name={description.name}
                text={values?.description ?? ''}
                isPicked={values?.productId !== undefined && values.productId !== ''}
                onBlur={(event) => void description.onBlur(event)}
                onTextChange={describe}
                onPick={pick}
              />
            ) : (
              <TextInput {...control} {...description} autoComplete="off" />
            )
          }
        </Field>
      </div>
      <div data-part="quantity">
        <Field label={words.quantity} error={errors?.quantity?.message}>
          {(control) => (
            <TextInput
              {...control}
              {...form.register(`${name}.quantity`)}
              inputMode="decimal"
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      <div data-part="price">
        <Field label={words.unitPrice} error={errors?.unitPrice?.message}>
          {(control) => (
            <TextInput
              {...control}
              {...form.register(`${name}.unitPrice`)}
              inputMode="decimal"
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      <div data-part="amount">
        <span className="sc-field-label">{words.amount}</span>
        <output aria-label={words.amount}>
          {props.amount === null ? '–' : format.amount(props.amount, currency)}
        </output>
      </div>
      {!props.isOnly && (
        <button
          type="button"
          className="sc-icon-button"
          aria-label={words.removeLine(position)}
          title={words.removeLine(position)}
          onClick={props.onRemove}
        >
          <Icon name="close" />
        </button>
      )}
    </fieldset>
  );
}
