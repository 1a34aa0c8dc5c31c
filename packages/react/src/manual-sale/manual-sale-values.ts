import type { CreateManualSale, ManualSaleLine } from '@sales-channels/contract';

/** A line as it is typed. */
export interface LineValues {
  /** The product that was picked; empty for a line in words. */
  productId: string;
  description: string;
  quantity: string;
  unitPrice: string;
  /** The price a product brought; another product may replace it, but nothing the user typed. */
  suggestedPrice: string;
}

/** A manual sale as it is typed: numbers in the user's own way of writing. */
export interface ManualSaleValues {
  date: string;
  customerName: string;
  number: string;
  currency: string;
  note: string;
  lines: LineValues[];
}

export type ReadDecimal = (text: string) => string | null;

/** @param one how the user writes the number one. */
export const emptyLine = (one: string): LineValues => ({
  productId: '',
  description: '',
  quantity: one,
  unitPrice: '',
  suggestedPrice: '',
});

/** What is sent for what was typed and found valid. */
export const manualSaleBody = (values: ManualSaleValues, readDecimal: ReadDecimal): CreateManualSale => ({
  date: values.date,
  currency: values.currency,
  ...filled('number', values.number),
  ...filled('customerName', values.customerName),
  ...filled('note', values.note),
  lines: values.lines.map((line) => lineBody(line, readDecimal)),
});

function lineBody(line: LineValues, readDecimal: ReadDecimal): ManualSaleLine {
  return {
    ...(line.productId === '' ? { description: line.description.trim() } : { productId: line.productId }),
    quantity: readDecimal(line.quantity) ?? '',
    unitPrice: readDecimal(line.unitPrice) ?? '',
  };
}

const filled = <K extends string>(name: K, value: string): { [P in K]?: string } =>
  value.trim() === '' ? {} : ({ [name]: value.trim() } as { [P in K]: string });
