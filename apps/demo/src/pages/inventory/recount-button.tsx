import { callApi } from '../api.ts';
import { useInventoryAction } from './inventory.ts';

/** Reads all sales anew. It comes to the same stock, which is the point. */
export function RecountButton({ businessId }: { businessId: string }) {
  const recount = useInventoryAction(businessId, async () => {
    await callApi(businessId, 'inventory/recount', {});
    return '';
  });
  return (
    <button
      type="button"
      className="button quiet"
      disabled={recount.isPending}
      onClick={() => recount.mutate()}
    >
      Count anew
    </button>
  );
}
