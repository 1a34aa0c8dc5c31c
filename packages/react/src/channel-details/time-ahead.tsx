import { useMessages } from '../messages/use-messages.ts';
import { RelativeTime } from '../primitives/relative-time.tsx';
import { useNow } from '../primitives/use-now.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

export interface TimeAheadProps {
  /** ISO 8601. */
  instant: string;
  /** The sentence around it, e.g. `By itself in 2 hr.` */
  children: (when: string) => string;
}

/** How long until, with the moment and its zone on hover and on focus. */
export function TimeAhead({ instant, children }: TimeAheadProps) {
  const { channelDetails: words } = useMessages();
  const { format } = useSalesChannels('TimeAhead');
  const now = useNow();
  return (
    <RelativeTime instant={instant}>{() => children(format.ahead(instant, now) ?? words.soon)}</RelativeTime>
  );
}
