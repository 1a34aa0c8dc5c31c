import type { Sale } from '@sales-channels/contract';
import { useId } from 'react';
import type { SaleEntry } from '../manual-sale/sale-entry.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Icon } from '../primitives/icon.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';

export interface SaleActionsViewProps {
  sale: Sale;
  entry: SaleEntry | null;
  onEdit: () => void;
  onVoid: () => void;
}

/** A sale of ours may be changed here; an imported one where it comes from. */
export function SaleActionsView({ sale, entry, onEdit, onVoid }: SaleActionsViewProps) {
  const { saleDetail: words, manualSale, common } = useMessages();
  const reasonId = useId();
  const isBlocked = entry === 'needs_permission';
  const reason = isBlocked
    ? { 'aria-disabled': true, 'aria-describedby': reasonId, title: manualSale.needsPermission }
    : {};
  return (
    <>
      {sale.source === 'synced' && <p className="sc-dialog-footer-text">{words.readOnly}</p>}
      {sale.externalUrl !== null && (
        <a
          className="sc-button"
          data-variant="secondary"
          data-size="medium"
          href={sale.externalUrl}
          target="_blank"
          rel="noopener noreferrer"
        >
          {words.openAtSource}
          <Icon name="external" />
          <VisuallyHidden>, {common.opensNewWindow}</VisuallyHidden>
        </a>
      )}
      {(entry === 'allowed' || isBlocked) && (
        <>
          {isBlocked && <VisuallyHidden id={reasonId}>{manualSale.needsPermission}</VisuallyHidden>}
          <Button variant="quiet" icon="void" onClick={onVoid} {...reason}>
            {words.void}
          </Button>
          <Button onClick={onEdit} {...reason}>
            {words.edit}
          </Button>
        </>
      )}
    </>
  );
}
