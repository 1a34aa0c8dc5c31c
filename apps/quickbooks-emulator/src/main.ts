import { parseArgs } from 'node:util';
import { defaultCompanies, startQuickBooksEmulator } from './index.ts';
import { webhookFormats } from './webhooks/notification-body.ts';

const help = `QuickBooks Online emulator

  --port N            port to listen on (4400)
  --host ADDRESS      address to listen on (127.0.0.1)
  --redirect-uri URI  redirect URI of the app, exactly as it will be sent; may be repeated
  --client-id ID      (emulator-client)
  --client-secret S   (emulator-secret)
  --documents N       documents of each type in every company
  --latency L         delay data responses: service, by 0.3 to 1.8 s, or by a number of milliseconds (none)
  --seed N            seed of the generated data (1)
  --app-name NAME     name of the app on the authorisation page (Sales Channels)
  --webhook-url URL   where changes are told (nowhere), signed with --webhook-token TOKEN
  --webhook-format F  cloudEvents or classic (cloudEvents)
  --state FILE        keep everything in this file and go on from it
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4400' },
    host: { type: 'string', default: '127.0.0.1' },
    'redirect-uri': { type: 'string', multiple: true, default: [] },
    'client-id': { type: 'string' },
    'client-secret': { type: 'string' },
    documents: { type: 'string' },
    latency: { type: 'string', default: 'none' },
    seed: { type: 'string', default: '1' },
    'app-name': { type: 'string' },
    'webhook-url': { type: 'string' },
    'webhook-token': { type: 'string' },
    'webhook-format': { type: 'string', default: 'cloudEvents' },
    state: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

function wholeNumber(text: string, name: string): number {
  return /^\d+$/.test(text) ? Number(text) : refuse(`--${name} must be a whole number, not "${text}".`);
}

if (values.help) {
  console.log(help);
  process.exit(0);
}
const latency =
  values.latency === 'none' || values.latency === 'service'
    ? values.latency
    : wholeNumber(values.latency, 'latency');

const webhookFormat = webhookFormats.find((format) => format === values['webhook-format']);
if (!webhookFormat)
  refuse(`--webhook-format must be cloudEvents or classic, not "${values['webhook-format']}".`);
const { 'webhook-url': webhookUrl, 'webhook-token': verifierToken } = values;
if ((webhookUrl === undefined) !== (verifierToken === undefined)) {
  refuse('--webhook-url and --webhook-token go together.');
}
if (webhookUrl !== undefined && !/^https?:$/.test(URL.parse(webhookUrl)?.protocol ?? '')) {
  refuse(`--webhook-url must be an http or https URL, not "${webhookUrl}".`);
}

const documents = values.documents === undefined ? undefined : wholeNumber(values.documents, 'documents');
const port = wholeNumber(values.port, 'port');
try {
  const emulator = await startQuickBooksEmulator({
    port,
    host: values.host,
    redirectUris: values['redirect-uri'],
    latency,
    seed: wholeNumber(values.seed, 'seed'),
    ...(values['client-id'] !== undefined && { clientId: values['client-id'] }),
    ...(values['client-secret'] !== undefined && { clientSecret: values['client-secret'] }),
    ...(values['app-name'] !== undefined && { appName: values['app-name'] }),
    switches: { webhookFormat },
    ...(webhookUrl !== undefined &&
      verifierToken !== undefined && { webhook: { url: webhookUrl, verifierToken } }),
    ...(values.state !== undefined && { stateFile: values.state }),
    ...(documents !== undefined && {
      companies: defaultCompanies.map((company) => ({ ...company, documents })),
    }),
  });
  console.log(`QuickBooks emulator: ${emulator.url} (control page there; control API below /control)`);
  const stop = () => void emulator.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken. Stop what listens there, or choose another with --port.`);
  process.exit(1);
}
