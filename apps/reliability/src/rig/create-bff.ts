import type { SalesChannelsBff, SalesChannelsBffOptions } from '@sales-channels/bff';
import { createSalesChannelsBff } from '@sales-channels/bff';
import type { QuickBooksConfig } from '@sales-channels/quickbooks';
import { createQuickBooksProvider } from '@sales-channels/quickbooks';
import { SESSION_SECRET } from './business.ts';

interface BffOptions extends Partial<SalesChannelsBffOptions> {
  databaseUri: string;
  publicUrl: string;
  clock: () => Date;
  emulatorUrl: string;
  quickBooks?: Partial<QuickBooksConfig>;
}

/** A BFF in this process that reads from the emulator. */
export const createBff = ({ emulatorUrl, quickBooks, ...settings }: BffOptions): Promise<SalesChannelsBff> =>
  createSalesChannelsBff({
    productName: 'Northwind',
    sessionSecrets: { [SESSION_SECRET.keyId]: SESSION_SECRET.secret },
    encryption: { keys: { a: Buffer.alloc(32, 1).toString('base64') }, currentKeyId: 'a' },
    providers: [
      createQuickBooksProvider({
        clientId: 'emulator-client',
        clientSecret: 'emulator-secret',
        environment: {
          name: 'emulator',
          authorizeUrl: emulatorUrl,
          tokenUrl: emulatorUrl,
          apiUrl: emulatorUrl,
        },
        clock: settings.clock,
        ...quickBooks,
      }),
    ],
    ...settings,
  });
