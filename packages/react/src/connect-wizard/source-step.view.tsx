import type { Connection, Context } from '@sales-channels/contract';
import { useId } from 'react';
import type { AuthorizationStatusViewProps } from '../authorization-window/authorization-status.view.tsx';
import { AuthorizationStatusView } from '../authorization-window/authorization-status.view.tsx';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { HelpLink } from '../primitives/help-link.tsx';
import { Notice } from '../primitives/notice.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { ChannelTypePickerView } from './channel-type-picker.view.tsx';
import { ConnectProviderView } from './connect-provider.view.tsx';
import type { ConnectionChoice } from './connection-choices.ts';
import { ConnectionPickerView } from './connection-picker.view.tsx';

export interface SourceStepViewProps extends Omit<AuthorizationStatusViewProps, 'providerName'> {
  titleId: string;
  /** Null until they are known. */
  choices: readonly ConnectionChoice[] | null;
  /** Why the connections are not known. */
  loadError: unknown;
  selectedId: string | null;
  providers: Context['providers'];
  /** The plan's limit, once it is reached. */
  limit: { connections: number; plan: string | undefined } | null;
  /** Whether the connection chosen before can no longer be used. */
  isChosenGone: boolean;
  onRetryLoad: () => void;
  onPick: (connectionId: string) => void;
  onConnect: (provider: string) => void;
  onReconnect: (connection: Connection) => void;
  /** The channel that is being activated. */
  reactivatingId: string | null;
  onReactivate: (channelId: string) => void;
}

export function SourceStepView(props: SourceStepViewProps) {
  const messages = useMessages();
  const { connectWizard: words, common } = messages;
  const { helpLinks } = useSalesChannels('SourceStepView');
  const connectionTitleId = useId();
  const { choices, state } = props;
  const target = 'target' in state ? state.target : null;
  const signingIn = state.status === 'blocked' ? null : target;
  const provider = props.providers.find(({ id }) => id === target?.provider) ?? props.providers[0];

  return (
    <>
      {props.isChosenGone && (
        <Notice tone="warning" role="alert">
          {words.connectionGone}
        </Notice>
      )}
      <ChannelTypePickerView labelledBy={props.titleId} />
      <section className="sc-wizard-section" aria-labelledby={connectionTitleId} aria-busy={choices === null}>
        <div className="sc-wizard-section-header">
          <h4 className="sc-wizard-subtitle" id={connectionTitleId}>
            {words.connectionTitle}
          </h4>
          <HelpLink link={helpLinks.accounting} />
        </div>
        {choices === null && props.loadError === null && <Skeleton isBlock height={56} />}
        {choices === null && props.loadError !== null && (
          <Notice
            tone="danger"
            role="alert"
            title={words.connectionsFailed}
            action={
              <Button size="small" onClick={props.onRetryLoad}>
                {common.retry}
              </Button>
            }
          >
            {describeProblem(messages, props.loadError)}
          </Notice>
        )}
        {choices !== null && choices.length > 0 && (
          <ConnectionPickerView
            labelledBy={connectionTitleId}
            choices={choices}
            selectedId={props.selectedId}
            reconnectingId={signingIn?.connectionId ?? null}
            onPick={props.onPick}
            onReconnect={props.onReconnect}
            reactivatingId={props.reactivatingId}
            onReactivate={props.onReactivate}
          />
        )}
        {choices !== null && (
          <ConnectProviderView
            choices={choices}
            providers={props.providers}
            limit={props.limit}
            connecting={
              signingIn !== null && signingIn.connectionId === undefined ? signingIn.provider : null
            }
            onConnect={props.onConnect}
          />
        )}
        <AuthorizationStatusView
          state={state}
          providerName={provider?.name ?? ''}
          onTryAgain={props.onTryAgain}
          onSignInHere={props.onSignInHere}
          onShowWindow={props.onShowWindow}
          onCancelSignIn={props.onCancelSignIn}
        />
      </section>
    </>
  );
}
