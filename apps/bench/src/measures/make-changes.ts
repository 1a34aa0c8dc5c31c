import type { Truth } from '@sales-channels/quickbooks-emulator';
import type { EmulatorControl } from '../emulator/emulator-control.ts';
import { ENTITIES } from '../baselines/quickbooks-documents.ts';

/** Of 20 changes: what people do in a month of sales. */
const MIX = [
  ...Array<'pay'>(7).fill('pay'),
  ...Array<'edit'>(9).fill('edit'),
  ...Array<'create'>(2).fill('create'),
  'void',
  'delete',
] as const;

/** Changes `count` documents of a company, none twice: payments, edits, a few new ones, voids and deletions. */
export async function makeChanges(
  emulator: EmulatorControl,
  { realmId, count, round }: { realmId: string; count: number; round: number },
): Promise<void> {
  const active = (await emulator.truth(realmId)).filter(({ state }) => state === 'active');
  // Spread over the whole company, others each round.
  const step = Math.max(1, Math.floor(active.length / count));
  const chosen = active.filter((_, index) => index % step === round % step);
  for (let number = 0; number < count; number += 1) {
    const document = chosen[number];
    if (!document) throw new Error(`The company has too few documents for ${count} changes.`);
    await makeOne(emulator, realmId, document, number);
  }
}

async function makeOne(
  emulator: EmulatorControl,
  realmId: string,
  document: Truth,
  number: number,
): Promise<void> {
  const kind = MIX[number % MIX.length];
  if (kind === 'create')
    await emulator.create(realmId, ENTITIES[number % ENTITIES.length] ?? 'Invoice', {
      customerName: 'New Customer',
      lines: [
        { item: '1', qty: '3', unitPrice: '18.5' },
        { item: '2', qty: '1', unitPrice: '42' },
      ],
    });
  // Only invoices are paid later.
  else if (kind === 'pay' && document.type === 'Invoice' && Number(document.balance) > 0)
    await emulator.change(realmId, document, 'pay');
  else if (kind === 'void' || kind === 'delete') await emulator.change(realmId, document, kind);
  else
    await emulator.change(realmId, document, 'edit', {
      privateNote: `Agreed by phone, ${number}`,
      shipping: '12.5',
    });
}
