import type { Channel } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { Dialog } from '../primitives/dialog.tsx';

export interface ConnectWizardProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onConnected?: (channel: Channel) => void;
}

export function ConnectWizard({ open, onOpenChange }: ConnectWizardProps) {
  return <Dialog open={open} onOpenChange={onOpenChange} title={useMessages().channels.connect} />;
}
