import type { Context } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Notice } from '../primitives/notice.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { UpgradeButton } from '../sales-channels/upgrade-button.tsx';
import type { ConnectionChoice } from './connection-choices.ts';

export interface ConnectProviderViewProps {
  choices: readonly ConnectionChoice[];
  providers: Context['providers'];
  /** The plan's limit, once it is reached. */
  limit: { connections: number; plan: string | undefined } | null;
  /** The provider that is being signed in to. */
  connecting: string | null;
  onConnect: (provider: string) => void;
}

/** The way to a connection there is not yet; or what the plan says to that. */
export function ConnectProviderView({
  choices,
  providers,
  limit,
  connecting,
  onConnect,
}: ConnectProviderViewProps) {
  const { connectWizard: words, common } = useMessages();
  const { format } = useSalesChannels('ConnectProviderView');
  const isFirst = choices.length === 0;
  const isNothingToPick = choices.every(({ obstacle }) => obstacle !== null);
  const areAllTaken = !isFirst && choices.every(({ connection }) => connection.channelId !== null);

  if (limit !== null) {
    const { connections, plan } = limit;
    const text = [
      areAllTaken && words.allTaken,
      words.limit(connections, format.number(connections)),
      plan !== undefined && words.limitPlan(plan),
    ];
    const sentence = text.filter(Boolean).join(' ');
    const upgrade = <UpgradeButton size="small" requiredPlan={plan} reason="connection_limit_reached" />;
    // It stops those who have nothing left to pick; to others it is a note.
    return isNothingToPick ? (
      <Notice tone="info" action={upgrade}>
        {sentence}
      </Notice>
    ) : (
      <div className="sc-wizard-note">
        <p>{sentence}</p>
        {upgrade}
      </div>
    );
  }
  return (
    <div className="sc-wizard-connect" data-first={isFirst || undefined}>
      {areAllTaken && <p>{words.allTaken}</p>}
      {providers.map(({ id, name }) => (
        <div key={id} className="sc-wizard-connect-provider">
          {isFirst && (
            <>
              <p className="sc-wizard-connect-title">{words.noneTitle(name)}</p>
              <p className="sc-wizard-connect-text">{words.noneText(name)}</p>
            </>
          )}
          <Button
            variant={isNothingToPick ? 'primary' : 'secondary'}
            icon="external"
            isPending={connecting === id}
            onClick={() => onConnect(id)}
          >
            {isFirst ? words.connect(name) : words.connectAnother(name)}
            <VisuallyHidden>, {common.opensNewWindow}</VisuallyHidden>
          </Button>
        </div>
      ))}
    </div>
  );
}
