import { useMessages } from '../messages/use-messages.ts';
import { LazyDialog } from '../primitives/lazy-dialog.tsx';
import type { SaleDetailProps } from './sale-detail.tsx';

const load = async () => (await import('./sale-detail.tsx')).SaleDetail;

/** The detail, loaded when the first sale is opened. */
export function LazySaleDetail({ saleId, onClose }: { saleId: string | null; onClose: () => void }) {
  const { dialogTitle } = useMessages().saleDetail;
  const dialog: SaleDetailProps = { open: saleId !== null, saleId, onOpenChange: onClose };
  return <LazyDialog title={dialogTitle} load={load} dialog={dialog} />;
}
