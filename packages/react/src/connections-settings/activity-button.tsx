import { useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { LazyDialog } from '../primitives/lazy-dialog.tsx';

const load = async () => (await import('./activity-dialog.tsx')).ActivityDialog;

/** The way to who did what, which few look for: it is loaded when somebody does. */
export function ActivityButton() {
  const { activity: words } = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="sc-connections-footer">
      <Button variant="quiet" size="small" icon="history" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <LazyDialog title={words.title} load={load} dialog={{ open: isOpen, onOpenChange: setOpen }} />
    </div>
  );
}
