import type { Connection } from '@sales-channels/contract';
import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Badge } from '../primitives/badge.tsx';
import { Button } from '../primitives/button.tsx';
import { Icon } from '../primitives/icon.tsx';
import type { ConnectionChoice } from './connection-choices.ts';

export interface ConnectionPickerViewProps {
  labelledBy: string;
  choices: readonly ConnectionChoice[];
  selectedId: string | null;
  /** The connection that is being signed in to. */
  reconnectingId: string | null;
  onPick: (connectionId: string) => void;
  onReconnect: (connection: Connection) => void;
  /** The channel that is being activated. */
  reactivatingId: string | null;
  onReactivate: (channelId: string) => void;
}

export function ConnectionPickerView(props: ConnectionPickerViewProps) {
  const name = useId();
  return (
    <div className="sc-wizard-options" role="radiogroup" aria-labelledby={props.labelledBy}>
      {props.choices.map((choice) => (
        <ConnectionOption key={choice.connection.id} {...props} name={name} choice={choice} />
      ))}
    </div>
  );
}

interface ConnectionOptionProps extends ConnectionPickerViewProps {
  name: string;
  choice: ConnectionChoice;
}

function ConnectionOption({ name, choice, ...props }: ConnectionOptionProps) {
  const { connectWizard: words, channels, common } = useMessages();
  const { connection, obstacle, canReconnect, inactiveChannelId } = choice;
  const needsSignIn = obstacle === 'reconnect_required' || obstacle === 'disconnected';
  return (
    <div className="sc-wizard-option" data-disabled={obstacle !== null || undefined}>
      <label className="sc-wizard-option-label">
        <input
          type="radio"
          name={name}
          value={connection.id}
          checked={connection.id === props.selectedId}
          disabled={obstacle !== null}
          onChange={() => props.onPick(connection.id)}
        />
        <Icon name="quickbooks" />
        <span className="sc-wizard-option-text">
          <bdi className="sc-wizard-option-title">{connection.companyName}</bdi>
          <span className="sc-wizard-option-hint">
            {[connection.providerName, ...connection.uses].join(' · ')}
            {needsSignIn && !canReconnect && ` · ${channels.reconnectAtHost}`}
          </span>
          {obstacle !== null && (
            <Badge tone={needsSignIn ? 'warning' : 'neutral'} icon={needsSignIn ? 'warning' : 'info'}>
              {words.obstacles[obstacle]}
            </Badge>
          )}
        </span>
        {obstacle === null && (
          <Badge tone="success" icon="success">
            {words.connected}
          </Badge>
        )}
      </label>
      {inactiveChannelId !== null && (
        <Button
          size="small"
          aria-label={words.reactivateFor(connection.companyName)}
          isPending={props.reactivatingId === inactiveChannelId}
          onClick={() => props.onReactivate(inactiveChannelId)}
        >
          {words.reactivate}
        </Button>
      )}
      {canReconnect && (
        <Button
          size="small"
          icon="external"
          aria-label={`${words.reconnectFor(connection.companyName)}, ${common.opensNewWindow}`}
          isPending={props.reconnectingId === connection.id}
          onClick={() => props.onReconnect(connection)}
        >
          {words.reconnect}
        </Button>
      )}
    </div>
  );
}
