import type { Preview } from '@sales-channels/contract';
import { usePreview } from '../queries/preview.ts';
import { useSettled } from './use-settled.ts';

/** Milliseconds the date has to stay the same: every count is a call the provider meters. */
const SETTLES_AFTER = 300;

/** How many documents a first sync would bring, as far as is known. */
export type ImportPreview =
  | { status: 'none' }
  | { status: 'counting' }
  | { status: 'failed' }
  | { status: 'counted'; preview: Preview };

/** Counts what a first sync from a date would bring. Answers for an earlier choice are dropped. */
export function useImportPreview(connectionId: string | null, from: string | null): ImportPreview {
  const wanted = connectionId === null || from === null ? null : `${connectionId} ${from}`;
  const isSettled = useSettled(wanted, SETTLES_AFTER) === wanted;
  const request = isSettled && connectionId !== null && from !== null ? { connectionId, from } : null;
  const query = usePreview(request);

  if (wanted === null) return { status: 'none' };
  if (request !== null && query.data !== undefined) return { status: 'counted', preview: query.data };
  return { status: request !== null && query.isError ? 'failed' : 'counting' };
}
