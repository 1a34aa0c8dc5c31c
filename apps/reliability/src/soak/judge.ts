import { isDeepStrictEqual } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { compareWithTruth } from '../truth/compare-with-truth.ts';
import type { Change } from '../truth/read-feed.ts';
import { readWholeFeed } from '../truth/read-feed.ts';
import type { Pair } from './company-life.ts';
import { asText, openKeptFeed } from './kept-feed.ts';
import { settle } from './settle.ts';
import type { Rig } from './start-rig.ts';

interface JudgeOptions {
  rig: Rig;
  pairs: readonly Pair[];
  floor: string;
}

/** Lets everything come to rest, then compares what is stored with the companies, and the reader of the feed with what is stored. */
export async function judge({ rig, pairs, floor }: JudgeOptions) {
  const findings: string[] = [];
  const counts = { documents: 0, calls: 0, pagesReadAgain: 0, runs: {} as Record<string, number> };
  let reconnected = 0;
  // Past the minute that every increment looks back.
  await rig.control('clock', { advanceSeconds: 120 });
  for (const { business, company } of pairs) {
    reconnected += await settle(business);
    const stored = await readWholeFeed(business.client);
    const { documents, differences } = compareWithTruth({
      truth: await company.truth(),
      history: company.history,
      stored,
      floor,
      seen: new Map(),
    });
    counts.documents += documents;
    findings.push(
      ...[...differences, ...(await compareReader(rig.directory, business.id, stored))].slice(0, 10),
    );
  }
  const { again, excess } = rig.calls.repeated();
  counts.calls = rig.calls.total();
  counts.pagesReadAgain = again;
  findings.push(...excess);
  for (const { problem, state } of await rig.database.collection('runs').find({}).toArray()) {
    const name = [state, (problem as { code?: string } | null)?.code].filter(Boolean).join(' ');
    counts.runs[name] = (counts.runs[name] ?? 0) + 1;
  }
  if (counts.runs['failed internal'])
    findings.push(`${counts.runs['failed internal']} runs failed with an error of ours.`);
  return { findings, counts, reconnected };
}

async function compareReader(
  directory: string,
  businessId: string,
  stored: readonly Change[],
): Promise<string[]> {
  const expected = Object.fromEntries(stored.map((change) => [change.sale.id, asText(change)]));
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (isDeepStrictEqual(openKeptFeed(directory, businessId).sales, expected)) return [];
    await wait(100);
  }
  const { sales } = openKeptFeed(directory, businessId);
  const differing = Object.keys(expected).filter((id) => sales[id] !== expected[id]);
  return [
    `${businessId}: the reader of the feed has ${Object.keys(sales).length} sales of ${stored.length}, ${differing.length} differ, e.g. ${sales[differing[0] ?? '']} for ${expected[differing[0] ?? '']}`,
  ];
}
