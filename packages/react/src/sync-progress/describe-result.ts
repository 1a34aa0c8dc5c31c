import type { Run } from '@sales-channels/contract';
import type { Format } from '../messages/create-format.ts';
import type { Messages } from '../messages/messages.ts';

const NO_BREAK = '\u00a0';

/** What a run did, zeros included: `12 created · 3 updated · 1 voided · 240 already up to date · 0 errors`. */
export function describeResult(counts: Run['counts'], { sync }: Messages, format: Format): string {
  return [
    sync.created(format.number(counts.created)),
    sync.updated(format.number(counts.updated)),
    sync.voided(format.number(counts.voided)),
    sync.unchanged(format.number(counts.unchanged)),
    sync.errors(counts.errors, format.number(counts.errors)),
  ]
    .map((count) => count.replaceAll(' ', NO_BREAK))
    .join(' · ');
}
