import type { SaleType } from '../company/sale.ts';

export const changeOperations = ['Create', 'Update', 'Delete', 'Void', 'Emailed'] as const;
export type ChangeOperation = (typeof changeOperations)[number];

/** That something happened to a document, without a word of what it says now. */
export interface ChangeEvent {
  /** The same in every delivery that tells of it. */
  readonly id: string;
  readonly realmId: string;
  readonly type: SaleType;
  readonly documentId: string;
  readonly operation: ChangeOperation;
  /** Epoch milliseconds. */
  readonly at: number;
}
