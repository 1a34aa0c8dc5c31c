import type { Demo, IntuitApp } from './start-demo.ts';

interface WelcomeOptions {
  isKept: boolean;
  intuitApp: IntuitApp | undefined;
  seconds: number;
}

/** What a person reads when everything runs. */
export function describeDemo(demo: Demo, { isKept, intuitApp, seconds }: WelcomeOptions): string {
  const { hostUrl, emulatorUrl, redirectUris } = demo;
  const lines = intuitApp
    ? [
        `  Northwind talks to QuickBooks (${intuitApp.environment}). Register both redirect URIs with your app at developer.intuit.com:`,
        ...redirectUris.map((uri) => `    ${uri}`),
        '',
        '  Then: Sales → Turn on sales tracking → Connect sales channel → Connect QuickBooks Online.',
      ]
    : [
        '  Brightwater  is connected to QuickBooks already: Sales → Turn on sales tracking → Connect sales channel.',
        '               No sign-in is needed. Watch Inventory while the sales arrive.',
        '  Kestrel      (switch at the top left) is not: the same way, with the sign-in in a window;',
        '               choose Kestrel Components Inc there.',
        `  QuickBooks   ${emulatorUrl} creates, edits, voids and deletes documents: they arrive within seconds.`,
      ];
  const kept = isKept ? ' The database and QuickBooks are kept for the next --keep.' : '';
  return [
    '',
    `Northwind Assemblies is ready after ${seconds.toFixed(1)} s:  ${hostUrl}`,
    '',
    ...lines,
    '',
    `  Ctrl-C stops everything.${kept}`,
    '',
  ].join('\n');
}
