import type { ClientSession, Database } from '../database.ts';
import { DURABLE, inTransaction, toObjectId } from '../database.ts';
import type { TokenSet } from '../provider/provider.ts';
import type { ConnectionDocument, ConnectionModel } from './connection.model.ts';
import { toConnection } from './connection.model.ts';
import type { Connection } from './connection.ts';
import type { Incident } from './incidents.model.ts';
import { keepAliveAt } from './keep-alive.ts';
import type { TokenVault } from './token-vault.ts';

export interface StoredTokens {
  tokens: TokenSet;
  version: number;
}

export type ConnectionTokens = ReturnType<typeof createConnectionTokens>;

/** The tokens of kit-owned connections, and who may refresh them. */
export function createConnectionTokens(database: Database, { model }: ConnectionModel, vault: TokenVault) {
  const opened = (document: ConnectionDocument | null): StoredTokens | null =>
    document?.tokens
      ? {
          tokens: vault.open(document._id.toHexString(), document.tokens),
          version: document.tokenVersion,
        }
      : null;

  return {
    /** Null when there is nothing to use: the grant is over or the connection was ended. */
    async read(connectionId: string): Promise<StoredTokens | null> {
      return opened(
        await model.findOne({ _id: toObjectId(connectionId), ownership: 'kit', status: 'connected' }).lean(),
      );
    },

    /** Takes the right to refresh tokens of this version. Null when another has it, or they are no longer these. */
    async lease(
      connectionId: string,
      version: number,
      { owner, now, until }: { owner: string; now: Date; until: Date },
    ): Promise<StoredTokens | null> {
      const isFree = [
        { refreshLease: null },
        { 'refreshLease.until': { $lte: now } },
        { 'refreshLease.owner': owner },
      ];
      return opened(
        await model
          .findOneAndUpdate(
            { _id: toObjectId(connectionId), tokenVersion: version, status: 'connected', $or: isFree },
            { $set: { refreshLease: { owner, until } } },
            { returnDocument: 'after' },
          )
          .lean(),
      );
    },

    async release(connectionId: string, owner: string): Promise<void> {
      await model.updateOne(
        { _id: toObjectId(connectionId), 'refreshLease.owner': owner },
        { $set: { refreshLease: null } },
      );
    },

    /** Puts new tokens in the place of those of `version`. False when somebody else already did. */
    async replace(connectionId: string, version: number, tokens: TokenSet): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: toObjectId(connectionId), tokenVersion: version, isLive: true },
        {
          $set: {
            tokens: vault.seal(connectionId, tokens),
            keepAliveAt: keepAliveAt(tokens),
            tokenVersion: version + 1,
            status: 'connected',
            refreshLease: null,
            incident: null,
          },
        },
        // A new refresh token may be the only one that still works: it has to survive the loss of a server.
        DURABLE,
      );
      return matchedCount === 1;
    },

    /** Takes the right to keep the grant alive that has waited longest for it, until `until`. */
    async claimIdle(now: Date, until: Date): Promise<{ connection: Connection; version: number } | null> {
      const found = await model
        .findOneAndUpdate(
          { keepAliveAt: { $lte: now }, ownership: 'kit', status: 'connected' },
          { $set: { keepAliveAt: until } },
          { sort: { keepAliveAt: 1 }, returnDocument: 'after' },
        )
        .lean();
      return found && { connection: toConnection(found), version: found.tokenVersion };
    },

    /**
     * Ends the connection and deletes its tokens; `also` is part of it.
     * @returns what opens the tokens it had; null when it had ended before.
     */
    async end(
      connectionId: string,
      also: (transaction: ClientSession) => Promise<void>,
    ): Promise<{ open: () => TokenSet } | null> {
      const last = await inTransaction(
        database,
        async (transaction) => {
          const found = await model
            .findOneAndUpdate(
              { _id: toObjectId(connectionId), ownership: 'kit', isLive: true },
              {
                $set: {
                  status: 'disconnected',
                  isLive: false,
                  tokens: null,
                  refreshLease: null,
                  incident: null,
                },
                $inc: { tokenVersion: 1 },
              },
              { session: transaction, returnDocument: 'before' },
            )
            .lean();
          if (found) await also(transaction);
          return found;
        },
        DURABLE,
      );
      const sealed = last?.tokens;
      return sealed ? { open: () => vault.open(connectionId, sealed) } : null;
    },

    /** Notes that the grant behind tokens of `version` is over. False when they are no longer these, or it was known. */
    async expire(connectionId: string, version: number, incident: Incident): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: toObjectId(connectionId), tokenVersion: version, status: 'connected' },
        { $set: { status: 'reconnect_required', refreshLease: null, incident } },
      );
      return matchedCount === 1;
    },
  };
}
