import type { Channel, Context } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import { useState } from 'react';
import type { ImportPreview } from '../connect-wizard/use-import-preview.ts';
import { useImportPreview } from '../connect-wizard/use-import-preview.ts';
import { faultOfDate } from '../connect-wizard/initial-sync-date.ts';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { useUpdateChannel } from '../queries/channel-mutations.ts';

export interface DateChange {
  date: string;
  /** Why the date cannot be taken. */
  error: string | undefined;
  /** How much there is from it on. */
  preview: ImportPreview;
  isSaving: boolean;
  onDateChange: (date: string) => void;
  onSave: () => void;
}

/** A new initial sync date, from the field to the server. After the first success it can only be an earlier one. */
export function useDateChange(channel: Channel, context: Context, onSaved: () => void): DateChange {
  const messages = useMessages();
  const { format } = useSalesChannels('useDateChange');
  const update = useUpdateChannel();
  const current = channel.initialSyncDate ?? '';
  const [date, setDate] = useState(current);
  const [isAsked, setAsked] = useState(false);
  const { today, earliestInitialSyncDate: earliest } = context;

  const faultText = (): string | undefined => {
    const fault = faultOfDate(date, { today, earliest });
    if (fault !== null) {
      return messages.connectWizard.dateFaults[fault](earliest === null ? '' : format.date(earliest));
    }
    const isLater = channel.lastSyncedAt !== null && date > current;
    return isLater ? messages.channelDetails.dateLater(format.date(current)) : undefined;
  };
  const fault = faultText();
  const isChanged = date !== current;
  const preview = useImportPreview(
    channel.connection?.id ?? null,
    isChanged && fault === undefined ? date : null,
  );

  return {
    date,
    error: update.isError
      ? refusalText(update.error, describeProblem(messages, update.error))
      : isAsked || isChanged
        ? fault
        : undefined,
    preview,
    isSaving: update.isPending,
    onDateChange: (value) => {
      update.reset();
      setDate(value);
    },
    onSave: () => {
      setAsked(true);
      if (fault !== undefined) return;
      if (!isChanged) onSaved();
      else update.mutate({ channelId: channel.id, initialSyncDate: date }, { onSuccess: onSaved });
    },
  };
}

const refusalText = (error: Error, text: string): string =>
  (error instanceof ApiProblem && error.fieldErrors[0]?.message) || text;
