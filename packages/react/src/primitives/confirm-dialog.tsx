import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen. */
  text: ReactNode;
  /** Says what happens, e.g. "Turn off sales tracking". */
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  isDangerous?: boolean;
  isPending?: boolean;
  /** Why the last try failed. */
  error?: string | undefined;
}

/** A question before something happens. The way out comes first, so that Enter does no harm. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const isPending = props.isPending ?? false;
  // What is under way can no longer be kept from happening: its answer is waited for.
  const close = () => !isPending && props.onOpenChange(false);
  return (
    <Dialog
      role="alertdialog"
      size="small"
      open={props.open}
      onOpenChange={close}
      title={props.title}
      description={props.text}
      footer={
        <>
          <Button aria-disabled={isPending} onClick={close}>
            {props.cancelLabel}
          </Button>
          <Button
            variant={props.isDangerous === true ? 'danger' : 'primary'}
            isPending={isPending}
            onClick={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault();
        (event.currentTarget as HTMLElement).querySelector<HTMLElement>('.sc-dialog-footer button')?.focus();
      }}
    >
      {props.error !== undefined && (
        <Notice tone="danger" role="alert">
          {props.error}
        </Notice>
      )}
    </Dialog>
  );
}
