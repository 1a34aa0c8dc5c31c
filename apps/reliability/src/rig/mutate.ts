import type { Company, CompanyDocument } from './company.ts';
import { DOCUMENT_TYPES } from './company.ts';
import { addDays } from './calendar.ts';
import type { Random } from './random.ts';

const WAYS = [
  'edit',
  'edit',
  'edit',
  'pay',
  'pay',
  'date',
  'void',
  'delete',
  'create',
  'create',
  'email',
] as const;

/** One thing that people do in a company, chosen at random. @param floor the channel's initial sync date */
export async function mutate(company: Company, random: Random, floor: string): Promise<void> {
  const way = random.pick(WAYS);
  const document = findActive(company, random);
  if (way === 'create' || !document) {
    await company.create(random.pick(DOCUMENT_TYPES), {
      lines: someLines(random),
      txnDate: someDate(random, floor),
    });
  } else if (way === 'edit') await company.change(document, 'edit', { lines: someLines(random) });
  else if (way === 'date') await company.change(document, 'date', { txnDate: someDate(random, floor) });
  else await company.change(document, way);
}

function findActive({ documents }: Company, random: Random): CompanyDocument | undefined {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const document = documents.length > 0 ? random.pick(documents) : undefined;
    if (document?.state === 'active') return document;
  }
  return undefined;
}

function someLines(random: Random) {
  const lines = [
    {
      item: 1 + random.below(10),
      qty: 1 + random.below(9),
      unitPrice: `${1 + random.below(500)}.${10 + random.below(90)}`,
    },
  ];
  return random.chance(0.3) ? [...lines, { item: 5, amount: 1 + random.below(99) }] : lines;
}

/** Mostly in range, now and then before the initial sync date. */
function someDate(random: Random, floor: string): string {
  return addDays(floor, random.chance(0.2) ? -1 - random.below(60) : random.below(300));
}
