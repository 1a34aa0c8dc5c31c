import type { SaleType } from '@sales-channels/bff/provider';

/** QuickBooks' names of the documents that are sales. */
export const ENTITIES: Readonly<Record<SaleType, string>> = {
  invoice: 'Invoice',
  sales_receipt: 'SalesReceipt',
  credit_memo: 'CreditMemo',
};

/** The most documents one answer may hold. */
export const PAGE_SIZE = 1000;

export interface Condition {
  property: 'TxnDate' | 'MetaData.CreateTime';
  operator: '>=' | '<';
  value: string;
}

export interface Query {
  select: '*' | 'count(*)';
  type: SaleType;
  where: readonly Condition[];
  orderBy?: 'MetaData.CreateTime' | 'Id';
  /** 1-based. */
  startPosition?: number;
}

/** A statement in QuickBooks' query language. */
export function buildQuery({ select, type, where, orderBy, startPosition }: Query): string {
  const parts = [`select ${select} from ${ENTITIES[type]}`];
  if (where.length > 0) {
    const conditions = where.map(
      ({ property, operator, value }) => `${property} ${operator} ${quote(value)}`,
    );
    parts.push(`where ${conditions.join(' and ')}`);
  }
  if (orderBy) parts.push(`orderby ${orderBy} asc`);
  if (startPosition !== undefined)
    parts.push(`startposition ${String(startPosition)} maxresults ${String(PAGE_SIZE)}`);
  return parts.join(' ');
}

/** A string literal of the query language, in which a backslash escapes. */
export function quote(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
