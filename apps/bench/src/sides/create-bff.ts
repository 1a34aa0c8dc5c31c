import type { SalesChannelsBff } from '@sales-channels/bff';
import { createSalesChannelsBff } from '@sales-channels/bff';
import { createQuickBooksProvider } from '@sales-channels/quickbooks';
import { EMULATOR_APP } from '../emulator/emulator-app.ts';
import { realmOf } from './business-of.ts';

export interface BffPlace {
  databaseUri: string;
  databaseName: string;
  emulatorUrl: string;
  sessionSecret: string;
  /** Shared by all processes of a deployment; base64 of 32 bytes. */
  encryptionKey: string;
  /** The access token of a company, as a host that signed in itself would lend it. */
  accessTokenOf: (realmId: string) => string | null;
}

/** The BFF as a host would make it, its connections lent by the host. */
export const createBff = (place: BffPlace): Promise<SalesChannelsBff> =>
  createSalesChannelsBff({
    databaseUri: place.databaseUri,
    databaseName: place.databaseName,
    publicUrl: 'http://127.0.0.1',
    productName: 'Bench',
    sessionSecrets: { bench: place.sessionSecret },
    encryption: { keys: { bench: place.encryptionKey }, currentKeyId: 'bench' },
    providers: [
      createQuickBooksProvider({
        ...EMULATOR_APP,
        environment: {
          name: 'emulator',
          authorizeUrl: place.emulatorUrl,
          tokenUrl: place.emulatorUrl,
          apiUrl: place.emulatorUrl,
        },
      }),
    ],
    hostConnections: {
      list: async (businessId) => [
        {
          provider: 'quickbooks',
          realmId: realmOf(businessId),
          companyName: 'Bench Company',
          homeCurrency: 'USD',
          status: 'connected',
          uses: [],
        },
      ],
      getAccessToken: async ({ realmId }) => place.accessTokenOf(realmId),
    },
    logger: { info: () => {}, warn: tell, error: tell },
  });

function tell(fields: object, message: string): void {
  const error = 'error' in fields ? { error: String(fields.error) } : {};
  process.stderr.write(`${message}: ${JSON.stringify({ ...fields, ...error })}\n`);
}
