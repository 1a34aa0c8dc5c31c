import { hash } from 'node:crypto';
import type { ProviderSale } from '../provider/provider-sale.ts';
import type { KnownSale, SaleDocument } from './sale.model.ts';
import { saleFields } from './sale-fields.ts';

/** Of one document as text. The database takes 16 MB of it, its history of changes and the host's matches included. */
const MAX_BYTES = 6_000_000;

type Fields = Partial<SaleDocument>;
export type ImportDecision =
  { outcome: 'ignored' | 'unchanged' } | { outcome: 'created' | 'updated' | 'voided'; fields: Fields };

/**
 * What a document of the provider means for what is stored of it. Pure: the floor decides what is in range.
 * @throws RangeError for a document the database would not take.
 */
export function decideImport(
  known: KnownSale | null,
  incoming: ProviderSale,
  {
    floor,
    homeCurrency,
    seenAt = null,
  }: {
    floor: string;
    homeCurrency: string;
    /** When the provider listed it as existing. */ seenAt?: Date | null;
  },
): ImportDecision {
  const outOfRange = incoming.date < floor;
  const contentHash = hashOf(incoming);
  const seen = { contentHash, outOfRange, providerUpdatedAt: incoming.updatedAt };
  if (!known) {
    // A document dated before the floor is none of the channel's business until its date moves.
    if (outOfRange) return { outcome: 'ignored' };
    const state = incoming.isVoid ? voidedAtSource : active;
    return { outcome: 'created', fields: Object.assign(saleFields(incoming, homeCurrency), seen, state) };
  }
  if (isOlder(incoming, known, seenAt)) return { outcome: 'unchanged' };
  if (known.contentHash === contentHash && known.outOfRange === outOfRange) return { outcome: 'unchanged' };
  const becameVoid = incoming.isVoid || (incoming.isAllZero && !known.isAllZero);
  if (becameVoid && known.state === 'voided')
    return {
      outcome: 'updated',
      fields: {
        ...seen,
        date: incoming.date,
        note: incoming.note,
        // It is there again, if only as a void.
        ...(known.voidReason === 'deleted_at_source' && voidedAtSource),
      },
    };
  // The provider leaves zeros behind; the amounts as they were stay readable here.
  if (becameVoid)
    return {
      outcome: 'voided',
      fields: { ...seen, date: incoming.date, note: incoming.note, ...voidedAtSource },
    };
  return { outcome: 'updated', fields: Object.assign(saleFields(incoming, homeCurrency), seen, active) };
}

/** What a deletion at the provider means for what is stored. */
export function decideDeletion(known: KnownSale | null, at: Date): ImportDecision {
  if (!known) return { outcome: 'ignored' };
  if (known.voidReason === 'deleted_at_source') return { outcome: 'unchanged' };
  if (known.providerUpdatedAt && at < known.providerUpdatedAt) return { outcome: 'unchanged' };
  const fields: Fields = {
    state: 'voided',
    voidReason: 'deleted_at_source',
    contentHash: null,
    providerUpdatedAt: at,
  };
  return { outcome: 'voided', fields };
}

const active = { state: 'active', voidReason: null } as const;
const voidedAtSource = { state: 'voided', voidReason: 'voided_at_source' } as const;

/** An answer may come from a copy of the books that lags behind. */
const LAG_MS = 60_000;

/**
 * A late answer must not undo a newer one. What was deleted comes back by a later change, or by being listed well after its
 * deletion.
 */
function isOlder(
  { updatedAt }: ProviderSale,
  { providerUpdatedAt, voidReason }: KnownSale,
  seenAt: Date | null,
): boolean {
  if (!providerUpdatedAt) return false;
  if (voidReason !== 'deleted_at_source') return updatedAt < providerUpdatedAt;
  const isListed = seenAt !== null && seenAt.getTime() > providerUpdatedAt.getTime() + LAG_MS;
  return updatedAt <= providerUpdatedAt && !isListed;
}

/** Without the time of the last touch: e-mailing a document touches it and changes nothing a sale is made of. */
function hashOf({ updatedAt: _touched, ...content }: ProviderSale): string {
  const text = JSON.stringify(content);
  if (text.length > MAX_BYTES / 3 && Buffer.byteLength(text) > MAX_BYTES)
    throw new RangeError('It is too large to be stored.');
  return hash('sha256', text, 'base64url');
}
