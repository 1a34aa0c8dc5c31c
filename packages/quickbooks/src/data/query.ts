import type { SaleType } from '@sales-channels/bff/provider';

/** QuickBooks' names of the documents that are sales. */
export const ENTITIES: Readonly<Record<SaleType, string>> = {
  invoice: 'Invoice',
  sales_receipt: 'SalesReceipt',
  credit_memo: 'CreditMemo',
};

/** The most documents one answer may hold. */
export const PAGE_SIZE = 1000;

export type Condition =
  | {
      property: 'TxnDate' | 'MetaData.CreateTime' | 'MetaData.LastUpdatedTime';
      operator: '>=' | '<';
      value: string;
    }
  | { property: 'Id'; operator: 'in'; values: readonly string[] };

export interface Query {
  select: '*' | 'count(*)';
  type: SaleType;
  where: readonly Condition[];
  orderBy?: 'MetaData.CreateTime' | 'MetaData.LastUpdatedTime' | 'Id';
  /** 1-based. */
  startPosition?: number;
  maxResults?: number;
}

/** The dates a reader is interested in. */
export function datedWithin({ from, before }: { from: string; before?: string | undefined }): Condition[] {
  const since: Condition = { property: 'TxnDate', operator: '>=', value: from };
  return before === undefined ? [since] : [since, { property: 'TxnDate', operator: '<', value: before }];
}

/** A statement in QuickBooks' query language. */
export function buildQuery({ select, type, where, orderBy, startPosition, maxResults }: Query): string {
  const parts = [`select ${select} from ${ENTITIES[type]}`];
  if (where.length > 0) parts.push(`where ${where.map(writeCondition).join(' and ')}`);
  if (orderBy) parts.push(`orderby ${orderBy} asc`);
  if (startPosition !== undefined) parts.push(`startposition ${String(startPosition)}`);
  if (maxResults !== undefined) parts.push(`maxresults ${String(maxResults)}`);
  return parts.join(' ');
}

const writeCondition = (condition: Condition): string =>
  condition.operator === 'in'
    ? `${condition.property} in (${condition.values.map(quote).join(', ')})`
    : `${condition.property} ${condition.operator} ${quote(condition.value)}`;

/** A string literal of the query language, in which a backslash escapes. */
export function quote(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
