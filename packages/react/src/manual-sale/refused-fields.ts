import type { FieldError } from '@sales-channels/contract';
import type { FieldPath } from 'react-hook-form';
import type { ManualSaleValues } from './manual-sale-values.ts';

export interface RefusedField {
  name: FieldPath<ManualSaleValues>;
  message: string;
  /** What was refused is the product a line names. */
  isProduct: boolean;
}

const FIELDS = new Set<string>(['date', 'customerName', 'number', 'currency', 'note']);
const LINE = /^lines\.(\d+)(?:\.(\w+))?$/;

/** The form's fields the server refused, e.g. `lines.0.description` for `body.lines.0.productId`; what is none is left out. */
export function refusedFields(errors: readonly FieldError[]): RefusedField[] {
  return errors.flatMap(({ path, message }) => {
    const name = fieldOf(path.replace(/^body\./, ''));
    return name === null ? [] : [{ name, message, isProduct: path.endsWith('.productId') }];
  });
}

function fieldOf(path: string): FieldPath<ManualSaleValues> | null {
  if (FIELDS.has(path)) return path as FieldPath<ManualSaleValues>;
  const [, index, part] = LINE.exec(path) ?? [];
  if (index === undefined) return path === 'lines' ? 'lines.0.description' : null;
  return part === 'quantity' || part === 'unitPrice'
    ? `lines.${Number(index)}.${part}`
    : `lines.${Number(index)}.description`;
}
