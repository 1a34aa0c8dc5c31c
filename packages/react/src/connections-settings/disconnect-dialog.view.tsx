import { useMessages } from '../messages/use-messages.ts';
import type { ConfirmDialogProps } from '../primitives/confirm-dialog.tsx';
import { ConfirmDialog } from '../primitives/confirm-dialog.tsx';
import { Icon } from '../primitives/icon.tsx';

export interface DisconnectDialogViewProps extends Pick<
  ConfirmDialogProps,
  'open' | 'onOpenChange' | 'isPending' | 'error' | 'onConfirm'
> {
  companyName: string;
  providerName: string;
  /** The sales channel on the connection; null when there is none. */
  channelName: string | null;
  /** What else the connection is used for. */
  uses: readonly string[];
}

/** Asks before a connection is ended, and names everything that ends with it. */
export function DisconnectDialogView({
  companyName,
  providerName,
  channelName,
  uses,
  ...dialog
}: DisconnectDialogViewProps) {
  const { connections: words } = useMessages();
  const stops = [...(channelName === null ? [] : [words.stopsChannel(channelName)]), ...uses];
  return (
    <ConfirmDialog
      {...dialog}
      isDangerous
      title={words.disconnectTitle(companyName)}
      confirmLabel={words.disconnectConfirm(companyName)}
      cancelLabel={words.keepConnected}
      text={
        <div className="sc-disconnect">
          <p>{stops.length > 0 ? words.disconnectStops(providerName) : words.disconnectText(providerName)}</p>
          {stops.length > 0 && (
            <ul className="sc-disconnect-stops" aria-label={words.stopsLabel}>
              {stops.map((stop) => (
                <li key={stop}>
                  <Icon name="disconnected" />
                  {stop}
                </li>
              ))}
            </ul>
          )}
          <p>{words.salesKept}</p>
        </div>
      }
    />
  );
}
