import type { Channel, Context } from '@sales-channels/contract';
import { EARLIEST_DATE } from '@sales-channels/contract';
import { useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { DateFormView } from './date-form.view.tsx';
import { useDateChange } from './use-date-change.ts';

export interface InitialSyncDateProps {
  channel: Channel;
  context: Context;
  canChange: boolean;
}

/** From when on the channel's sales are, and the way to another date. */
export function InitialSyncDate({ channel, context, canChange }: InitialSyncDateProps) {
  const { channelDetails: words } = useMessages();
  const { format } = useSalesChannels('InitialSyncDate');
  const noteId = useId();
  const [isChanging, setChanging] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const button = useFocusAfter<HTMLButtonElement>(isChanging);
  const date = channel.initialSyncDate ?? '';
  const written = date === EARLIEST_DATE ? words.allDates : format.date(date);
  const isSyncing = channel.currentRun !== null;

  if (isChanging) {
    return (
      <DateForm
        channel={channel}
        context={context}
        onCancel={() => setChanging(false)}
        onSaved={() => {
          setChanging(false);
          setChanged(true);
        }}
      />
    );
  }
  return (
    <>
      <p className="sc-details-line">
        <span>{written}</span>
        {canChange && (
          <Button
            ref={button}
            size="small"
            aria-disabled={isSyncing}
            aria-describedby={noteId}
            onClick={() => setChanging(true)}
          >
            <span aria-hidden="true">{words.change}</span>
            <VisuallyHidden>{words.changeDate}</VisuallyHidden>
          </Button>
        )}
      </p>
      {canChange && (
        <p className="sc-details-note" id={noteId}>
          {isSyncing
            ? words.dateWhileSyncing
            : channel.lastSyncedAt === null
              ? words.dateFree
              : words.dateEarlier}
        </p>
      )}
      <output className="sc-visually-hidden">{isChanged && words.dateChanged(written)}</output>
    </>
  );
}

interface DateFormProps {
  channel: Channel;
  context: Context;
  onCancel: () => void;
  onSaved: () => void;
}

function DateForm({ channel, context, onCancel, onSaved }: DateFormProps) {
  const change = useDateChange(channel, context, onSaved);
  const hasSynced = channel.lastSyncedAt !== null;
  return (
    <DateFormView
      {...change}
      hasSynced={hasSynced}
      latest={hasSynced ? (channel.initialSyncDate ?? context.today) : context.today}
      earliest={context.earliestInitialSyncDate}
      stockTrackedSince={context.stockTrackedSince}
      onCancel={onCancel}
    />
  );
}

/** Once `isOpen` is no more, the element takes the focus. */
function useFocusAfter<T extends HTMLElement>(isOpen: boolean) {
  const element = useRef<T>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) element.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return element;
}
