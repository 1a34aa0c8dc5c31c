import type { ReactNode } from 'react';
import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { SectionHeaderView } from '../sales-channels/section-header.view.tsx';

/** The host's own part of the page. */
export function InventorySection({ children }: { children: ReactNode }) {
  const { connections: words } = useMessages();
  const { helpLinks } = useSalesChannels('InventorySection');
  const titleId = useId();
  return (
    <section className="sc-section" aria-labelledby={titleId}>
      <SectionHeaderView id={titleId} title={words.inventoryTitle} help={helpLinks.inventory} />
      <div className="sc-card sc-inventory">{children}</div>
    </section>
  );
}
