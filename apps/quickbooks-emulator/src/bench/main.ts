import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEmulatorClient } from '../testing/emulator-client.ts';
import { peakMemory, processorTime } from './process-usage.ts';

const rounded = (milliseconds: number | undefined) => Math.round((milliseconds ?? 0) * 10) / 10;

/** Measures one company of `--documents` documents of each type in an emulator of its own and prints one JSON line. */
const { values } = parseArgs({ options: { documents: { type: 'string', default: '100000' } } });
const realm = '9341450000009999';
const started = performance.now();
const emulator = spawn(
  process.execPath,
  [
    '--import',
    'tsx',
    fileURLToPath(new URL('serve-large-company.ts', import.meta.url)),
    realm,
    values.documents,
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
try {
  const [url] = (await once(createInterface(emulator.stdout), 'line')) as [string];
  const client = createEmulatorClient(url);
  await client.control('apps', { redirectUris: [client.redirectUri] });
  const { access_token: token } = await client.connect(realm);
  const timed = async (path: string) => {
    const begun = performance.now();
    const response = await fetch(`${url}/v3/company/${realm}/${path}`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    });
    const text = await response.text();
    const milliseconds = performance.now() - begun;
    if (!response.ok) throw new Error(text);
    return { milliseconds, text };
  };
  const query = (statement: string) => timed(`query?query=${encodeURIComponent(statement)}`);
  const page = "select * from Invoice where TxnDate >= '2020-01-01' and MetaData.CreateTime > ";

  const first = await query(`${page}'2000-01-01T00:00:00Z' orderby MetaData.CreateTime asc maxresults 1000`);
  const firstPageAfter = performance.now() - started;
  const processorBefore = processorTime(emulator.pid ?? 0);
  const pages: number[] = [];
  let bytes = 0;
  let cursor = '2000-01-01T00:00:00Z';
  for (let number = 0; number < 40; number += 1) {
    const { milliseconds, text } = await query(
      `${page}'${cursor}' orderby MetaData.CreateTime asc maxresults 1000`,
    );
    const { QueryResponse } = JSON.parse(text) as {
      QueryResponse: { Invoice?: { MetaData: { CreateTime: string } }[] };
    };
    const last = QueryResponse.Invoice?.at(-1)?.MetaData.CreateTime;
    if (last === undefined) break;
    cursor = last;
    pages.push(milliseconds);
    bytes += text.length;
  }
  const processorUsed = (processorTime(emulator.pid ?? 0) ?? 0) - (processorBefore ?? 0);
  pages.sort((left, right) => left - right);
  const unordered = await query('select * from Invoice startposition 50000 maxresults 1000');
  const count = await query("select count(*) from Invoice where TxnDate >= '2026-01-01'");
  const slow = await query("select count(*) from Invoice where DocNumber = '5000'");
  const cdc = await timed(
    `cdc?entities=Invoice,SalesReceipt,CreditMemo&changedSince=${new Date(Date.now() - 20 * 86_400_000).toISOString()}`,
  );
  const truthStarted = performance.now();
  const truth = await (await fetch(`${url}/control/truth?realm=${realm}`)).text();
  const truthMilliseconds = performance.now() - truthStarted;

  console.log(
    JSON.stringify({
      documents: truth.split('\n').length - 1,
      firstPageAfterStartMs: rounded(firstPageAfter),
      firstPageMs: rounded(first.milliseconds),
      pageMedianMs: rounded(pages[Math.floor(pages.length / 2)]),
      pageP95Ms: rounded(pages[Math.floor(pages.length * 0.95)]),
      pageProcessorMs: rounded(processorUsed / pages.length),
      pageKiB: Math.round(bytes / pages.length / 1024),
      unorderedDeepPageMs: rounded(unordered.milliseconds),
      countMs: rounded(count.milliseconds),
      countByDocNumberMs: rounded(slow.milliseconds),
      cdcMs: rounded(cdc.milliseconds),
      truthMs: rounded(truthMilliseconds),
      peakRssMiB: peakMemory(emulator.pid ?? 0),
    }),
  );
} finally {
  emulator.kill();
}
