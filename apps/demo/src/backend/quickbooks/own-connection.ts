import type { Database, TokenRecord } from '../database.ts';
import type { OAuth, Tokens } from './oauth.ts';
import { GrantOverError } from './oauth.ts';

const REFRESH_BEFORE_MS = 5 * 60_000;

export type OwnConnections = ReturnType<typeof createOwnConnections>;

/**
 * The QuickBooks connections Northwind had before it knew Sales Channels, and still signs in and refreshes itself. Tokens are
 * kept as they are to keep the demo short; a product encrypts them.
 */
export function createOwnConnections({ tokens }: Database, oauth: OAuth, clock = () => new Date()) {
  const refreshing = new Map<string, Promise<string>>();

  const fieldsOf = ({ accessToken, refreshToken, expiresInSeconds }: Tokens) => ({
    accessToken,
    refreshToken,
    accessExpiresAt: new Date(clock().getTime() + expiresInSeconds * 1000),
    status: 'connected' as const,
  });

  async function findConnected(businessId: string): Promise<TokenRecord> {
    const record = await tokens.findOne({ _id: businessId });
    if (record?.status !== 'connected') throw new GrantOverError('QuickBooks is not connected.');
    return record;
  }

  const isGood = ({ accessToken, accessExpiresAt }: TokenRecord, rejected: string | undefined): boolean =>
    accessToken !== rejected && accessExpiresAt.getTime() - clock().getTime() > REFRESH_BEFORE_MS;

  async function refresh(businessId: string, rejected: string | undefined): Promise<string> {
    // Read again: whoever waited for its turn may come after another's refresh, with a token that is over.
    const record = await findConnected(businessId);
    if (isGood(record, rejected)) return record.accessToken;
    const { _id, refreshToken } = record;
    try {
      const fields = fieldsOf(await oauth.refresh(refreshToken));
      // Stored before it is used: a refresh token that is lost ends the connection.
      await tokens.updateOne({ _id }, { $set: fields });
      return fields.accessToken;
    } catch (error) {
      if (error instanceof GrantOverError)
        await tokens.updateOne({ _id, refreshToken }, { $set: { status: 'reconnect_required' } });
      throw error;
    }
  }

  /** One refresh a business at a time, however many ask. */
  function refreshOnce(businessId: string, rejected: string | undefined): Promise<string> {
    const current = refreshing.get(businessId);
    if (current) return current;
    const started = refresh(businessId, rejected).finally(() => refreshing.delete(businessId));
    refreshing.set(businessId, started);
    return started;
  }

  return {
    find: (businessId: string): Promise<TokenRecord | null> => tokens.findOne({ _id: businessId }),

    async save(
      businessId: string,
      company: Pick<TokenRecord, 'realmId' | 'companyName' | 'homeCurrency'>,
      issued: Tokens,
    ): Promise<void> {
      await tokens.updateOne(
        { _id: businessId },
        { $set: { ...company, ...fieldsOf(issued) } },
        { upsert: true },
      );
    },

    /**
     * An access token that is good now, or another one than `rejected`.
     * @throws GrantOverError when somebody has to sign in again
     */
    async getAccessToken(businessId: string, rejected?: string): Promise<string> {
      const record = await findConnected(businessId);
      return isGood(record, rejected) ? record.accessToken : refreshOnce(businessId, rejected);
    },
  };
}
