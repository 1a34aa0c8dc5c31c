import { useMessages } from '../messages/use-messages.ts';
import { LazyDialog } from '../primitives/lazy-dialog.tsx';
import type { ManualSaleFormProps } from './manual-sale-form.tsx';

const load = async () => (await import('./manual-sale-form.tsx')).ManualSaleForm;

/** The form, loaded when it is first opened: looking at sales does not need it. */
export function LazyManualSaleForm(props: ManualSaleFormProps) {
  return <LazyDialog title={useMessages().manualSale.title} load={load} dialog={props} />;
}
