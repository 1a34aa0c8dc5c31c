import { useEffect, useRef } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

export interface BrokenDialogProps {
  title: string;
  /** Whether the user opened it, and so waits for it. */
  isAsked: boolean;
  onRetry: () => void;
  onClose: () => void;
}

/** In the place of a dialog that could not be loaded. Not made of the kit's dialog, which may not have been loaded either. */
export function BrokenDialog({ title, isAsked, onRetry, onClose }: BrokenDialogProps) {
  const { common } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!isAsked) return undefined;
    const opener = document.activeElement;
    dialog.current?.querySelector('button')?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [isAsked]);
  const notice = (
    <Notice
      tone="danger"
      role="alert"
      title={common.brokenTitle}
      action={
        <>
          <Button size="small" onClick={onRetry}>
            {common.retry}
          </Button>
          {isAsked && (
            <Button size="small" variant="quiet" onClick={onClose}>
              {common.close}
            </Button>
          )}
        </>
      }
    >
      {common.brokenText}
    </Notice>
  );
  if (!isAsked) return notice;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes a dialog
    <dialog
      open
      ref={dialog}
      aria-label={title}
      className="sc-broken-dialog"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {notice}
    </dialog>
  );
}
