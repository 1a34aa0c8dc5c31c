import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo } from 'react';
import { useController, useForm } from 'react-hook-form';
import type { DateFault, DateLimits } from './initial-sync-date.ts';
import { datePresets, defaultDate, faultOfDate } from './initial-sync-date.ts';
import type { StartDateValues } from './start-date-form.ts';
import { startDateSchema } from './start-date-form.ts';

/** The fields of the start date step. They outlive the step, so that going back and forth loses nothing. */
export function useStartDateForm(limits: DateLimits, words: (fault: DateFault) => string) {
  const resolver = useMemo(() => zodResolver(startDateSchema(limits, words)), [limits, words]);
  const { control, handleSubmit, setError, formState } = useForm<StartDateValues>({
    mode: 'onChange',
    defaultValues: { initialSyncDate: defaultDate(limits), startSync: true },
    resolver,
  });
  const date = useController({ control, name: 'initialSyncDate' });
  const startSync = useController({ control, name: 'startSync' });
  const { defaultValues: initial } = formState;
  const presets = useMemo(() => datePresets(limits), [limits]);

  return {
    /** By what the fields show: the form's own word comes only after its fields were checked. */
    isChanged: date.field.value !== initial?.initialSyncDate || startSync.field.value !== initial.startSync,
    /** The date when it can be sent; null while something is wrong with it. */
    validDate: faultOfDate(date.field.value, limits) === null ? date.field.value : null,
    handleSubmit,
    refuseDate: (message: string) =>
      setError('initialSyncDate', { type: 'server', message }, { shouldFocus: true }),
    fields: {
      date: date.field.value,
      dateRef: date.field.ref,
      dateError: date.fieldState.error?.message,
      presets,
      startSync: startSync.field.value,
      onDateChange: (value: string) => date.field.onChange(value),
      onStartSyncChange: (value: boolean) => startSync.field.onChange(value),
    },
  };
}
