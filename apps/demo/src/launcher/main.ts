import { parseArgs } from 'node:util';
import { readIntuitApp } from './intuit-app.ts';

const help = `Northwind Assemblies, a product that embeds Sales Channels.

  npm run demo                        on http://localhost:4200, with everything new
  npm run demo -- --keep              goes on where the last --keep ended
  npm run demo -- --smoke             connects a company in a real browser, compares every document, prints one line
  npm run demo -- --smoke --documents N
                                      with N documents of each type (1000)
  npm run demo:mock                   the same pages on made-up answers: no database, no server

With QUICKBOOKS_CLIENT_ID, QUICKBOOKS_CLIENT_SECRET and QUICKBOOKS_ENVIRONMENT (sandbox or production) the demo talks to
Intuit instead of the emulator.
`;

try {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      mock: { type: 'boolean', default: false },
      smoke: { type: 'boolean', default: false },
      documents: { type: 'string', default: '1000' },
    },
  });
  if (values.help) {
    console.log(help);
  } else if (values.mock) {
    const { runMock } = await import('./run-mock.ts');
    await runMock();
  } else if (values.smoke) {
    const { runSmoke } = await import('./run-smoke.ts');
    await runSmoke(wholeNumber(values.documents));
  } else {
    const intuitApp = readIntuitApp();
    const { runDemo } = await import('./run-demo.ts');
    await runDemo({ isKept: values.keep, intuitApp });
  }
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--documents must be a whole number, not "${text}".`);
  return Number(text);
}
