import type { Channel } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { Fact } from './fact.view.tsx';
import { TimeAhead } from './time-ahead.tsx';
import { VerificationView } from './verification.view.tsx';

/** Of a channel in trouble its row says what has to be done first. */
const GOES_ON = new Set<Channel['status']>(['up_to_date', 'completed_with_errors']);

/** When it syncs next, whether anything is missing, and what it costs. */
export function SyncingFactsView({ channel }: { channel: Channel }) {
  const { channelDetails: words } = useMessages();
  const { nextSyncAt, verification, providerCalls, connection } = channel;
  return (
    <>
      {nextSyncAt !== null && (
        <Fact term={words.nextSync}>
          <TimeAhead instant={nextSyncAt}>{words.byItself}</TimeAhead>
        </Fact>
      )}
      {nextSyncAt === null && GOES_ON.has(channel.status) && (
        <Fact term={words.nextSync}>{words.notByItself}</Fact>
      )}
      {verification !== null && (
        <Fact term={words.verification}>
          <VerificationView verification={verification} providerName={connection?.providerName ?? ''} />
        </Fact>
      )}
      {providerCalls !== null && (
        <Fact term={words.monthlyCalls}>
          <MonthlyCalls calls={providerCalls} />
        </Fact>
      )}
    </>
  );
}

function MonthlyCalls({ calls: { month, used, ceiling } }: { calls: NonNullable<Channel['providerCalls']> }) {
  const { channelDetails: words } = useMessages();
  const { format } = useSalesChannels('MonthlyCalls');
  const count = format.number(used);
  const calls = ceiling === null ? count : words.callsOf(count, format.number(ceiling));
  return words.inMonth(calls, format.month(`${month}-01`));
}
