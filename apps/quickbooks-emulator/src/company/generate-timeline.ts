import { createRandom } from '../numbers/random.ts';
import { pacificDay } from '../time/pacific-time.ts';
import { type DocumentCounts } from '../options.ts';
import { saleTypes } from './sale.ts';

/** Columns of the documents a company starts with, by slot in the order they were created. Times in epoch seconds. */
export interface Timeline {
  readonly types: Uint8Array;
  readonly created: Uint32Array;
  readonly updated: Uint32Array;
  readonly txnDays: Int32Array;
  readonly isVoided: Uint8Array;
}

const daySeconds = 86_400;
const openingSecond = 16 * 3600;
const workingSeconds = 10 * 3600;
const closingSecond = openingSecond + workingSeconds;
const bigBatch = 2500;
const smallBatchEvery = 400;

/**
 * @param firstDay first TxnDate, as a day number
 * @param lastDay last TxnDate
 * @param latest no record is created or updated after this instant, in epoch seconds
 */
export function generateTimeline(
  seed: number,
  counts: DocumentCounts,
  firstDay: number,
  lastDay: number,
  latest: number,
): Timeline {
  const random = createRandom(seed);
  const perType = [counts.invoices, counts.salesReceipts, counts.creditMemos];
  const size = perType.reduce((sum, count) => sum + count, 0);
  const big = perType.findIndex((count) => count >= 2 * bigBatch);
  const types = shuffledTypes(seed, perType, big);
  const bigStart = big === -1 ? -1 : Math.floor((size - bigBatch) * 0.6);

  const created = spreadCreation(size, firstDay, Math.min(latest, lastDay * daySeconds + closingSecond), () =>
    random.next(),
  );
  if (bigStart !== -1) {
    rotateBigBatch(types, big, bigStart);
    created.fill(created[bigStart] ?? 0, bigStart, bigStart + bigBatch);
  }
  for (let start = Math.floor(smallBatchEvery / 4); start + 45 < size; start += smallBatchEvery) {
    if (start + 45 >= bigStart && start <= bigStart + bigBatch) continue;
    created.fill(created[start] ?? 0, start, start + random.between(22, 40));
  }

  const updated = new Uint32Array(size);
  const txnDays = new Int32Array(size);
  const isVoided = new Uint8Array(size);
  for (let slot = 0; slot < size; slot += 1) {
    const at = created[slot] ?? 0;
    const kind = random.next();
    const later = kind < 0.65 ? 0 : Math.floor(random.next() ** 2 * 45 * daySeconds);
    updated[slot] = Math.max(at, Math.min(latest - Math.floor(random.next() * daySeconds), at + later));
    txnDays[slot] = Math.min(
      lastDay,
      Math.max(firstDay, pacificDay(at) + dateShift(random.next(), random.next())),
    );
    isVoided[slot] = random.chance(0.02) ? 1 : 0;
  }
  return { types, created, updated, txnDays, isVoided };
}

/** Most documents bear the day they are entered; some are entered late, a few are dated ahead. */
function dateShift(kind: number, size: number): number {
  if (kind < 0.82) return 0;
  return kind < 0.94 ? -Math.floor(size * 30) : Math.ceil(size * 4);
}

function spreadCreation(size: number, firstDay: number, until: number, next: () => number): Uint32Array {
  const created = new Uint32Array(size);
  const from = firstDay * daySeconds;
  const lastFullDay = Math.floor((until - closingSecond) / daySeconds);
  const span = Math.max(0, (lastFullDay + 1) * daySeconds - from);
  for (let slot = 0; slot < size; slot += 1) {
    const at = from + (span * (slot + next())) / size;
    const day = Math.floor(at / daySeconds);
    const opened = day * daySeconds + openingSecond + ((at - day * daySeconds) / daySeconds) * workingSeconds;
    created[slot] = Math.min(until, Math.floor(opened));
  }
  return created;
}

function shuffledTypes(seed: number, perType: readonly number[], big: number): Uint8Array {
  const types = new Uint8Array(perType.reduce((sum, count) => sum + count, 0));
  let start = 0;
  for (const [type] of saleTypes.entries()) {
    const count = (perType[type] ?? 0) - (type === big ? bigBatch : 0);
    types.fill(type, start, start + count);
    start += count;
  }
  const random = createRandom(seed ^ 0x51ed270b);
  for (let last = start - 1; last > 0; last -= 1) {
    const other = Math.floor(random.next() * (last + 1));
    const kept = types[last] ?? 0;
    types[last] = types[other] ?? 0;
    types[other] = kept;
  }
  return types;
}

/** Opens a gap at `start` and fills it with one type, so that the whole batch falls into one second. */
function rotateBigBatch(types: Uint8Array, type: number, start: number): void {
  types.copyWithin(start + bigBatch, start, types.length - bigBatch);
  types.fill(type, start, start + bigBatch);
}
