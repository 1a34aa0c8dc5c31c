import type { AuditAction, AuditEntry } from '@sales-channels/contract';
import type { ClientSession, Database } from '../database.ts';
import type { Session } from '../session/session.ts';
import { createAuditModel } from './audit.model.ts';

interface AuditOptions {
  database: Database;
  clock: () => Date;
}

/** What somebody did, and to what. */
export interface NewAuditEntry {
  action: Exclude<AuditAction, 'unknown'>;
  /** What it was done to, as people know it now: a channel's name, a company, a sale's number. */
  subject?: string;
  channelId?: string;
  connectionId?: string;
  saleId?: string;
}

export type Audit = ReturnType<typeof createAudit>;

/** The record of who did what in a business. Entries are only ever added. */
export function createAudit({ database, clock }: AuditOptions) {
  const entries = createAuditModel(database);

  return {
    model: entries.model,

    /** Keeps an entry; in a transaction, together with what was done or not at all. */
    async record(
      { business, user }: Pick<Session, 'business' | 'user'>,
      { action, subject, channelId, connectionId, saleId }: NewAuditEntry,
      transaction?: ClientSession,
    ): Promise<void> {
      await entries.add(
        {
          businessId: business.id,
          at: clock(),
          action,
          user: { id: user.id, name: user.name },
          subject: subject ?? null,
          channelId: channelId ?? null,
          connectionId: connectionId ?? null,
          saleId: saleId ?? null,
        },
        transaction,
      );
    },

    /** Newest first, after a position in that order. */
    async list(
      businessId: string,
      after: { at: Date; id: string } | null,
      limit: number,
    ): Promise<AuditEntry[]> {
      const found = await entries.list(businessId, after, limit);
      return found.map(({ _id, businessId: _business, at, ...entry }) => ({
        id: _id.toHexString(),
        at: at.toISOString(),
        ...entry,
      }));
    },
  };
}
