import { z } from 'zod';

/** `id:value,id:value`; the first is used, the others are still accepted. */
const keyRing = (check: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.split(',').map((entry) => entry.trim().split(/:(.*)/s, 2)))
    .pipe(z.array(z.tuple([z.string().regex(/^[\w-]{1,32}$/, 'needs an id before each ":"'), check])))
    .transform((entries) => ({ currentId: entries[0]?.[0] ?? '', keys: Object.fromEntries(entries) }));

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((url) => url.replace(/\/+$/, ''));
const secret = z.string().min(32, 'needs at least 32 characters');
const base64Key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 random bytes in base64');

const webhookSecret = z.string().refine((text) => {
  const bytes = Buffer.from(text.slice('whsec_'.length), 'base64').length;
  return text.startsWith('whsec_') && bytes >= 24 && bytes <= 64;
}, 'must be "whsec_" and 24 to 64 random bytes in base64');

const callCeiling = z.coerce
  .number('must be a whole number above 0')
  .int('must be a whole number above 0')
  .min(1, 'must be a whole number above 0')
  .optional();

const interval = 'must be a whole number from 15 to 1440, or off';

/** Every variable of the program: what it must look like, what it is for and an example. */
const variables = {
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .meta({ description: 'the database', example: 'mongodb://127.0.0.1:27017/?replicaSet=rs0' }),
  MONGODB_DATABASE: z
    .string()
    .default('sales-channels')
    .meta({ description: 'name of the database', example: 'sales-channels' }),
  PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(1, 'must be a port number')
    .max(65_535, 'must be a port number')
    .default(4300)
    .meta({ description: 'port to listen on', example: '4300' }),
  HOST: z
    .string()
    .default('127.0.0.1')
    .meta({ description: 'address to listen on; 0.0.0.0 for all', example: '0.0.0.0' }),
  PUBLIC_URL: webAddress.meta({
    description: 'where browsers reach this server; the sign-in comes back to <PUBLIC_URL>/connect/callback',
    example: 'https://sales.example.com',
  }),
  PRODUCT_NAME: z.string().min(1, 'must not be empty').meta({
    description: "the host product's name, shown while signing in",
    example: 'Northwind Assemblies',
  }),
  SESSION_SECRETS: keyRing(secret).meta({
    description: "id:secret pairs with which the host's backend signs sessions",
    example: '2026a:<at least 32 random characters>',
  }),
  ENCRYPTION_KEYS: keyRing(base64Key).meta({
    description: 'id:key pairs that encrypt tokens at rest; new ones go first, old ones stay',
    example: '2026a:<the output of "openssl rand -base64 32">',
  }),
  QUICKBOOKS_CLIENT_ID: z
    .string()
    .min(1, 'must not be empty')
    .meta({ description: 'the app at developer.intuit.com', example: 'ABxxxxxxxx' }),
  QUICKBOOKS_CLIENT_SECRET: z
    .string()
    .min(1, 'must not be empty')
    .meta({ description: "the app's secret", example: 'xxxxxxxx' }),
  QUICKBOOKS_ENVIRONMENT: z
    .enum(['sandbox', 'production', 'emulator'], 'must be sandbox, production or emulator')
    .default('sandbox')
    .meta({ description: 'which QuickBooks to talk to', example: 'sandbox' }),
  QUICKBOOKS_WEBHOOK_VERIFIER_TOKEN: z.string().optional().meta({
    description:
      "the verifier token of the app's webhooks; Intuit posts them to <PUBLIC_URL>/webhooks/quickbooks",
    example: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
  }),
  QUICKBOOKS_EMULATOR_URL: webAddress.optional().meta({
    description: 'where this server reaches the emulator',
    example: 'http://127.0.0.1:4400',
  }),
  QUICKBOOKS_EMULATOR_BROWSER_URL: webAddress.optional().meta({
    description: 'where browsers reach the emulator; QUICKBOOKS_EMULATOR_URL unless given',
    example: 'http://localhost:4400',
  }),
  QUICKBOOKS_EMULATOR_CLOCK: z.literal('follow', 'must be follow or not be set').optional().meta({
    description: "has this server's time follow the emulator's clock, for development and tests",
    example: 'follow',
  }),
  SYNC_EVERY_MINUTES: z
    .string()
    .default('360')
    .transform((text) => (text === 'off' ? null : Number(text)))
    .pipe(z.number(interval).int(interval).min(15, interval).max(1440, interval).nullable())
    .meta({ description: 'minutes between the syncs a channel starts by itself, or off', example: '360' }),
  HOST_API_KEY: secret.optional().meta({
    description: "shared with the host's backend, for the calls between the two servers",
    example: '<at least 32 random characters>',
  }),
  HOST_BACKEND_URL: webAddress.optional().meta({
    description: "the host's backend, asked for connections the host owns and for its products",
    example: 'https://app.example.com',
  }),
  HOST_PRODUCTS: z.enum(['on', 'off'], 'must be on or off').default('off').meta({
    description: "whether the host's backend is asked for products, for sales entered by hand",
    example: 'on',
  }),
  HOST_EVENTS_URL: webAddress.optional().meta({
    description: 'where the host is told of events, e.g. of a connection that needs a new sign-in',
    example: 'https://app.example.com/sales-channels/events',
  }),
  HOST_EVENTS_SECRET: webhookSecret.optional().meta({
    description: 'signs the events, as Standard Webhooks say',
    example: 'whsec_<the output of "openssl rand -base64 32">',
  }),
  CONNECTION_USES: z
    .string()
    .optional()
    .transform((text) => (text ?? '').split(',').flatMap((use) => use.trim() || []))
    .meta({
      description: 'what the host uses connections for that are signed in to here, separated by commas',
      example: 'Item sync,Build exports',
    }),
  MONTHLY_PROVIDER_CALLS: callCeiling.meta({
    description: 'how many metered calls a calendar month may have, of all businesses together',
    example: '450000',
  }),
  MONTHLY_PROVIDER_CALLS_PER_BUSINESS: callCeiling.meta({
    description: 'how many metered calls a calendar month may have, of each business',
    example: '5000',
  }),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug')
    .default('info')
    .meta({ description: 'how much is logged', example: 'info' }),
};

const envSchema = z.object(variables).check(({ value, issues }) => {
  const need = (name: keyof typeof variables, reason: string) =>
    issues.push({ code: 'custom', input: value, path: [name], message: reason });
  if (value.QUICKBOOKS_ENVIRONMENT === 'emulator' && value.QUICKBOOKS_EMULATOR_URL === undefined)
    need('QUICKBOOKS_EMULATOR_URL', 'is needed with QUICKBOOKS_ENVIRONMENT=emulator');
  if (value.QUICKBOOKS_ENVIRONMENT !== 'emulator' && value.QUICKBOOKS_EMULATOR_CLOCK !== undefined)
    need('QUICKBOOKS_EMULATOR_CLOCK', 'goes with QUICKBOOKS_ENVIRONMENT=emulator only');
  if (value.HOST_BACKEND_URL !== undefined && value.HOST_API_KEY === undefined)
    need('HOST_API_KEY', 'is needed with HOST_BACKEND_URL');
  if (value.HOST_EVENTS_URL !== undefined && value.HOST_EVENTS_SECRET === undefined)
    need('HOST_EVENTS_SECRET', 'is needed with HOST_EVENTS_URL');
  if (value.HOST_PRODUCTS === 'on' && value.HOST_BACKEND_URL === undefined)
    need('HOST_BACKEND_URL', 'is needed with HOST_PRODUCTS=on');
});

export type Env = z.output<typeof envSchema>;

/** Says for each bad variable what is wrong with it, what it is for and what it could look like. */
export class EnvError extends Error {}

/**
 * Reads the settings of the program; the only place that looks at the process' environment.
 * @throws EnvError naming every variable that is missing or wrong. Values are never repeated: some are secrets.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  // "NAME=" in a file of settings means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = envSchema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const name = String(issue.path[0]) as keyof typeof variables;
    const { description, example } = variables[name].meta() ?? {};
    const reason = given[name] === undefined ? missing(issue.message) : issue.message;
    return `  ${name} ${reason}\n    ${String(description)}\n    e.g. ${name}=${String(example)}`;
  });
  throw new EnvError(`The server cannot start with these settings:\n\n${problems.join('\n\n')}\n`);
}

const missing = (message: string) => (message.startsWith('is needed') ? message : 'is missing');
