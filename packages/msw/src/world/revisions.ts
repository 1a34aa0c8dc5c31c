import type { Run, Sale, SaleLine, SaleRevision } from '@sales-channels/contract';
import type { World } from './world.ts';

const FIELDS = [
  'date',
  'number',
  'customerName',
  'dueDate',
  'currency',
  'exchangeRate',
  'discount',
  'shipping',
  'tax',
  'total',
  'balance',
  'note',
  'state',
  'voidReason',
  'voidNote',
  'outOfRange',
] as const satisfies readonly (keyof Sale)[];
const MAXIMUM = 50;

/** What made a sale so: a sync, or somebody here. */
export type RevisionCause = Pick<SaleRevision, 'cause'> & {
  run?: Pick<Run, 'id' | 'trigger'>;
  isByUser?: true;
};

/** The revision that made `sale` of what it was before; null for a new one. */
export function createRevision(
  world: World,
  before: Sale | null,
  sale: Sale,
  { cause, run, isByUser }: RevisionCause,
): SaleRevision {
  return {
    number: sale.revision,
    at: sale.updatedAt,
    cause,
    run: run ? { id: run.id, trigger: run.trigger } : null,
    user: isByUser ? world.context.user : null,
    changes: before === null ? [] : changesOf(before, sale).slice(0, MAXIMUM),
  };
}

function changesOf(before: Sale, after: Sale): SaleRevision['changes'] {
  const fields = FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    label: null,
    from: textOf(before[field]),
    to: textOf(after[field]),
  }));
  const count = Math.max(before.lines.length, after.lines.length);
  const lines = Array.from({ length: count }, (_, index) => {
    const [from, to] = [before.lines[index], after.lines[index]];
    return { field: 'line', label: labelOf(to ?? from), from: lineText(from), to: lineText(to) };
  });
  return [...fields, ...lines.filter(({ from, to }) => from !== to)];
}

const textOf = (value: string | boolean | null): string | null => (value === null ? null : String(value));
const labelOf = (line: SaleLine | undefined): string | null => line?.itemName ?? line?.description ?? null;

function lineText(line: SaleLine | undefined): string | null {
  if (line === undefined) return null;
  return line.quantity === null ? line.amount : `${line.quantity} × ${line.unitPrice ?? line.amount}`;
}
