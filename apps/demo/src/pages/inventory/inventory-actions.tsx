import { Hammer, RefreshCw } from 'lucide-react';
import { callApi } from '../api.ts';
import { formatCount } from '../ui/format.ts';
import { useInventoryAction } from './inventory.ts';

interface InventoryActionsProps {
  businessId: string;
  isViewer: boolean;
  hasCompany: boolean;
}

/** What Northwind does with the connection besides sales; it works with and without a sales channel. */
export function InventoryActions({ businessId, isViewer, hasCompany }: InventoryActionsProps) {
  const sync = useInventoryAction(businessId, syncItems);
  const build = useInventoryAction(businessId, exportBuild);
  const reason = isViewer
    ? 'Viewers cannot change the inventory.'
    : hasCompany
      ? undefined
      : 'Connect QuickBooks first, under Settings or Sales.';
  const latest = [sync, build].toSorted((left, right) => right.submittedAt - left.submittedAt)[0];
  const message = latest?.error?.message ?? latest?.data;
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={reason !== undefined || sync.isPending}
        title={reason}
        onClick={() => sync.mutate()}
      >
        <RefreshCw size={15} aria-hidden="true" /> {sync.isPending ? 'Syncing items…' : 'Sync items'}
      </button>
      <button
        type="button"
        className="button primary"
        disabled={reason !== undefined || build.isPending}
        title={reason}
        onClick={() => build.mutate()}
      >
        <Hammer size={15} aria-hidden="true" /> {build.isPending ? 'Exporting…' : 'Export build'}
      </button>
      {reason && <p className="actions-note">{reason}</p>}
      <output className="toast" data-tone={latest?.isError ? 'danger' : 'success'}>
        {message && <span key={latest?.submittedAt}>{message}</span>}
      </output>
    </>
  );
}

async function syncItems(businessId: string): Promise<string> {
  const { items } = await callApi<{ items: number }>(businessId, 'inventory/sync-items', {});
  return `${formatCount(items)} items taken over from QuickBooks.`;
}

async function exportBuild(businessId: string): Promise<string> {
  const built = await callApi<{ quantity: number; journalEntryId: string }>(
    businessId,
    'inventory/export-build',
    {},
  );
  return `Built ${formatCount(built.quantity)} pieces; QuickBooks has journal entry ${built.journalEntryId}.`;
}
