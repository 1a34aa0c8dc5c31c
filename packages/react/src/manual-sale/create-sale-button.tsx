import type { Context } from '@sales-channels/contract';
import { useId, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import type { ButtonProps } from '../primitives/button.tsx';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { useContextQuery } from '../queries/context.ts';
import { LazyManualSaleForm } from './lazy-manual-sale-form.tsx';
import { saleEntryOf } from './sale-entry.ts';

export interface CreateSaleButtonProps extends Pick<ButtonProps, 'size' | 'icon'> {
  /** What it says. */
  children: string;
}

/** Opens the form of a manual sale. Not there where no sales are entered at all; without the permission it says so. */
export function CreateSaleButton(props: CreateSaleButtonProps) {
  const context = useContextQuery().data;
  return context === undefined ? null : <ButtonOfContext {...props} context={context} />;
}

function ButtonOfContext({ context, ...button }: CreateSaleButtonProps & { context: Context }) {
  const { needsPermission } = useMessages().manualSale;
  const reasonId = useId();
  const [open, setOpen] = useState(false);
  const entry = saleEntryOf(context);
  if (entry === 'needs_plan' || entry === 'needs_tracking') return null;
  const isAllowed = entry === 'allowed';
  return (
    <>
      <Button
        {...button}
        aria-disabled={!isAllowed}
        aria-describedby={isAllowed ? undefined : reasonId}
        title={isAllowed ? undefined : needsPermission}
        onClick={() => setOpen(true)}
      />
      {!isAllowed && <VisuallyHidden id={reasonId}>{needsPermission}</VisuallyHidden>}
      <LazyManualSaleForm open={open} onOpenChange={setOpen} />
    </>
  );
}
