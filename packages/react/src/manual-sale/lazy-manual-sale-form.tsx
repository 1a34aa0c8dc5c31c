import { useMessages } from '../messages/use-messages.ts';
import { LazyDialog } from '../primitives/lazy-dialog.tsx';
import { useContextQuery } from '../queries/context.ts';
import type { ManualSaleFormProps } from './manual-sale-form.tsx';

const load = async () => (await import('./manual-sale-form.tsx')).ManualSaleForm;

/** The form, loaded when it is first opened: looking at sales does not need it. */
export function LazyManualSaleForm(props: ManualSaleFormProps) {
  // Asked before the form is opened, so that it opens with its fields.
  useContextQuery();
  return <LazyDialog title={useMessages().manualSale.title} load={load} dialog={props} />;
}
