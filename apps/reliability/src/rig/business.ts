import type { Channel } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { createClient } from '@sales-channels/contract/client';
import { createSessionSigner } from '@sales-channels/bff/session';
import type { Session } from '@sales-channels/bff/session';
import { HOST_ORIGIN, signIn } from './sign-in.ts';

export const SESSION_SECRET = { keyId: 'rig', secret: 'reliability'.repeat(4) };
const sign = createSessionSigner(SESSION_SECRET);

interface BusinessOptions {
  id: string;
  realmId: string;
  /** A server that answers now. */
  serverUrl: () => string;
  publicUrl: string;
  session?: () => Partial<Session>;
}

export type Business = ReturnType<typeof createBusiness>;

/** A business of the host's, and what its people do in Sales Channels. */
export function createBusiness({ id, realmId, serverUrl, publicUrl, session = () => ({}) }: BusinessOptions) {
  const client: SalesChannelsClient = createClient({
    // Whichever server answers: each call goes to another.
    baseUrl: 'http://any-server',
    fetch: (input, init) =>
      fetch(
        (input instanceof Request ? input.url : String(input)).replace('http://any-server', serverUrl()),
        init,
      ),
    getToken: () => sign({ ...sessionOf(id), ...session() }),
  });
  const only = async (): Promise<Channel> => {
    const channel = (await client.listChannels()).items.find(({ type }) => type === 'accounting');
    if (!channel) throw new Error(`${id} has no accounting channel.`);
    return channel;
  };

  return {
    id,
    realmId,
    client,
    /** Its accounting channel. */
    channel: only,
    /** Signs in, for the first time or again. @returns the connection's id */
    connect: (connectionId?: string): Promise<string> =>
      signIn({
        client,
        serverUrl: serverUrl(),
        publicUrl,
        realmId,
        ...(connectionId !== undefined && { connectionId }),
      }),
    async open(connectionId: string, initialSyncDate: string, startSync = true): Promise<Channel> {
      return client.createChannel({
        body: { type: 'accounting', connectionId, initialSyncDate, startSync },
      });
    },
  };
}

const sessionOf = (id: string): Session => ({
  business: { id, name: id },
  user: { id: 'dana', name: 'Dana' },
  permissions: ['read', 'sync', 'manage', 'manual_sales'],
  entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 1 },
  timeZone: 'America/Los_Angeles',
  homeCurrency: 'USD',
  allowedOrigins: [HOST_ORIGIN],
});
