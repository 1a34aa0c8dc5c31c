import * as RadixDialog from '@radix-ui/react-dialog';
import type { ReactNode } from 'react';
import { useContext, useRef } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useRootAttributes } from '../provider/root.tsx';
import { Icon } from './icon.tsx';
import { OpenerContext } from './one-dialog.tsx';
import { useIsScrollable } from './use-is-scrollable.ts';

export interface DialogProps {
  open: boolean;
  /** Escape, the close button and a click beside the dialog ask for `false`; who controls `open` may say no. */
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Below the title, above what scrolls. */
  header?: ReactNode;
  /** The buttons, at the end of the dialog. */
  footer?: ReactNode;
  /** `alertdialog` for a question that has to be answered. */
  role?: 'dialog' | 'alertdialog';
  size?: 'small' | 'medium' | 'large';
  /** Moves the first focus: call `event.preventDefault()` and focus something else. */
  onOpenAutoFocus?: (event: Event) => void;
  children?: ReactNode;
}

/** A modal of one column: focus goes in, stays in, and returns to where it was. */
export function Dialog(props: DialogProps) {
  const { close } = useMessages().common;
  // Radix gives the focus back to a trigger of its own only, and `open` is set from elsewhere here.
  const ownOpener = useRef<Element | null>(null);
  const sharedRef = useContext(OpenerContext);
  const openerRef = sharedRef ?? ownOpener;
  return (
    <RadixDialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <RadixDialog.Portal>
        <div {...useRootAttributes()}>
          <RadixDialog.Overlay className="sc-dialog-overlay" />
          <RadixDialog.Content
            className="sc-dialog"
            role={props.role ?? 'dialog'}
            aria-modal="true"
            data-size={props.size ?? 'medium'}
            {...(props.description === undefined ? { 'aria-describedby': undefined } : {})}
            // Escape closes a list that is open in the dialog before the dialog.
            onEscapeKeyDown={(event) => {
              if (document.activeElement?.getAttribute('aria-expanded') === 'true') event.preventDefault();
            }}
            onOpenAutoFocus={(event) => {
              if (sharedRef === null) openerRef.current = document.activeElement;
              else openerRef.current ??= document.activeElement;
              props.onOpenAutoFocus?.(event);
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              if (openerRef.current instanceof HTMLElement) openerRef.current.focus();
            }}
          >
            <header className="sc-dialog-header">
              <RadixDialog.Title className="sc-dialog-title">{props.title}</RadixDialog.Title>
              <RadixDialog.Close className="sc-dialog-close" aria-label={close}>
                <Icon name="close" />
              </RadixDialog.Close>
              {props.header}
            </header>
            <DialogBody>
              {props.description !== undefined && (
                <RadixDialog.Description asChild>
                  <div className="sc-dialog-description">{props.description}</div>
                </RadixDialog.Description>
              )}
              {props.children}
            </DialogBody>
            {props.footer !== undefined && <footer className="sc-dialog-footer">{props.footer}</footer>}
          </RadixDialog.Content>
        </div>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** What scrolls, and can then be scrolled with the keyboard too. */
function DialogBody({ children }: { children: ReactNode }) {
  const [isScrollable, ref] = useIsScrollable<HTMLDivElement>();
  return (
    <div ref={ref} className="sc-dialog-body" {...(isScrollable ? { role: 'group', tabIndex: 0 } : {})}>
      <OpenerContext.Provider value={null}>{children}</OpenerContext.Provider>
    </div>
  );
}
