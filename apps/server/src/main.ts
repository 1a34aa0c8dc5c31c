import { createServer } from 'node:http';
import { createSalesChannelsBff, DatabaseUnreachableError } from '@sales-channels/bff';
import type { QuickBooksEnvironment } from '@sales-channels/quickbooks';
import { createQuickBooksProvider } from '@sales-channels/quickbooks';
import { pino, stdSerializers } from 'pino';
import { createApp } from './app.ts';
import { drainOnSignal } from './drain.ts';
import { EmulatorClockError, followEmulatorClock } from './emulator-clock.ts';
import type { Env } from './env.ts';
import { EnvError, readEnv } from './env.ts';
import { createHostBackend } from './host-backend.ts';
import { createHostEvents } from './host-events.ts';
import { listen } from './listen.ts';
import { REDACTED } from './request-log.ts';

try {
  await start(readEnv());
} catch (error) {
  if (error instanceof EnvError || error instanceof EmulatorClockError) console.error(error.message);
  else if (error instanceof DatabaseUnreachableError)
    console.error(`The database at MONGODB_URI cannot be reached: ${error.message}`);
  else throw error;
  process.exit(1);
}

async function start(env: Env): Promise<void> {
  const logger = pino({
    level: env.LOG_LEVEL,
    redact: REDACTED,
    serializers: { error: stdSerializers.err, cause: stdSerializers.err },
  });
  const clock = await chooseClock(env);
  const bff = await createSalesChannelsBff({
    databaseUri: env.MONGODB_URI,
    databaseName: env.MONGODB_DATABASE,
    publicUrl: env.PUBLIC_URL,
    productName: env.PRODUCT_NAME,
    sessionSecrets: env.SESSION_SECRETS.keys,
    encryption: { keys: env.ENCRYPTION_KEYS.keys, currentKeyId: env.ENCRYPTION_KEYS.currentId },
    providers: [
      createQuickBooksProvider({
        clientId: env.QUICKBOOKS_CLIENT_ID,
        clientSecret: env.QUICKBOOKS_CLIENT_SECRET,
        environment: quickBooksEnvironment(env),
        ...(env.QUICKBOOKS_WEBHOOK_VERIFIER_TOKEN !== undefined && {
          webhookVerifierToken: env.QUICKBOOKS_WEBHOOK_VERIFIER_TOKEN,
        }),
        clock,
      }),
    ],
    clock,
    syncEveryMinutes: env.SYNC_EVERY_MINUTES,
    connectionUses: env.CONNECTION_USES,
    monthlyProviderCalls: env.MONTHLY_PROVIDER_CALLS,
    monthlyProviderCallsPerBusiness: env.MONTHLY_PROVIDER_CALLS_PER_BUSINESS,
    ...hostOptions(env),
    ...(env.HOST_EVENTS_URL !== undefined &&
      env.HOST_EVENTS_SECRET !== undefined && {
        onReconnectRequired: createHostEvents({ url: env.HOST_EVENTS_URL, secret: env.HOST_EVENTS_SECRET })
          .reconnectRequired,
      }),
    logger,
  });
  await bff.worker.start();
  const server = createServer();
  const drain = drainOnSignal({ server, bff, logger });
  server.on(
    'request',
    createApp({ bff, logger, hostApiKey: env.HOST_API_KEY, isStopping: drain.isStopping }),
  );
  try {
    await listen(server, env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await bff.worker.stop();
    await bff.close();
    process.exit(1);
  }
  logger.info({ port: env.PORT, publicUrl: env.PUBLIC_URL }, 'The server listens');
}

/** What the BFF asks the host's backend for, where there is one. */
function hostOptions({ HOST_BACKEND_URL: url, HOST_API_KEY: apiKey, HOST_PRODUCTS: hasProducts }: Env) {
  if (url === undefined || apiKey === undefined) return {};
  const { connections, products } = createHostBackend({ url, apiKey });
  return { hostConnections: connections, ...(hasProducts === 'on' && { products }) };
}

function chooseClock({ QUICKBOOKS_EMULATOR_CLOCK: mode, QUICKBOOKS_EMULATOR_URL: url }: Env) {
  return mode === 'follow' && url !== undefined ? followEmulatorClock(url) : () => new Date();
}

function quickBooksEnvironment(env: Env): QuickBooksEnvironment {
  const url = env.QUICKBOOKS_EMULATOR_URL;
  if (env.QUICKBOOKS_ENVIRONMENT !== 'emulator' || url === undefined)
    return env.QUICKBOOKS_ENVIRONMENT === 'production' ? 'production' : 'sandbox';
  const authorizeUrl = env.QUICKBOOKS_EMULATOR_BROWSER_URL ?? url;
  return { name: 'emulator', authorizeUrl, tokenUrl: url, apiUrl: url };
}
