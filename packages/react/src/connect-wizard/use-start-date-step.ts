import type { Connection, Context } from '@sales-channels/contract';
import type { ApiProblem } from '@sales-channels/contract/client';
import { useCallback, useMemo } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { DateFault } from './initial-sync-date.ts';
import type { StartDateValues } from './start-date-form.ts';
import { useImportPreview } from './use-import-preview.ts';
import { useStartDateForm } from './use-start-date-form.ts';

interface StartDateStepOptions {
  context: Context;
  /** What is counted; null while the step is not shown, since every count is metered. */
  connection: Connection | null;
  onSubmit: (values: StartDateValues) => Promise<void>;
}

/** The form of the start date step and the count beside it. */
export function useStartDateStep({ context, connection, onSubmit }: StartDateStepOptions) {
  const { format } = useSalesChannels('useStartDateStep');
  const { dateFaults } = useMessages().connectWizard;
  const { today, earliestInitialSyncDate: earliest, stockTrackedSince } = context;
  const limits = useMemo(() => ({ today, earliest }), [today, earliest]);
  const words = useCallback(
    (fault: DateFault) => dateFaults[fault](earliest === null ? '' : format.date(earliest)),
    [dateFaults, format, earliest],
  );
  const { isChanged, validDate, handleSubmit, refuseDate, fields } = useStartDateForm(limits, words);
  const preview = useImportPreview(connection?.id ?? null, validDate);

  return {
    isChanged,
    refuseDate: ({ problem, fieldErrors }: ApiProblem) =>
      refuseDate(
        problem?.earliestDate === undefined
          ? (fieldErrors[0]?.message ?? '')
          : dateFaults.too_early(format.date(problem.earliestDate)),
      ),
    screen: {
      id: 'start-date',
      companyName: connection?.companyName ?? '',
      today,
      earliest,
      stockTrackedSince,
      preview,
      ...fields,
      onSubmit: () => void handleSubmit(onSubmit)(),
    },
  } as const;
}
