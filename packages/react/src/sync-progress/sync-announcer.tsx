import type { Run } from '@sales-channels/contract';
import { useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { describeResult } from './describe-result.ts';

export interface SyncAnnouncerProps {
  lastRun: Run | null;
  channelName: string;
}

/** Says the end of a run to those who do not see it; silent about the one there was when it appeared. */
export function SyncAnnouncer({ lastRun, channelName }: SyncAnnouncerProps) {
  const messages = useMessages();
  const { format } = useSalesChannels('SyncAnnouncer');
  const [firstRunId] = useState(lastRun?.id);
  const isNews = lastRun !== null && lastRun.id !== firstRunId;
  const { sync } = messages;
  return (
    <output className="sc-visually-hidden">
      {isNews &&
        (lastRun.state === 'failed'
          ? sync.failed(channelName)
          : sync.finished(channelName, describeResult(lastRun.counts, messages, format)))}
    </output>
  );
}
