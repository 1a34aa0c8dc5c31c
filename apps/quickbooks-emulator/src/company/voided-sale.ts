import type { ItemLine, Sale, SaleLine } from './sale.ts';

/** What voiding leaves: every amount and quantity zero, no unit price, no linked payment, and a note that says so. */
export function voidedSale(sale: Sale): Sale {
  return {
    ...sale,
    lines: sale.lines.map(voidedLine),
    discount: sale.discount && { kind: 'fixed', amount: 0 },
    shipping: sale.shipping === undefined ? undefined : 0,
    taxPercent: undefined,
    privateNote: sale.privateNote === undefined ? 'Voided' : `Voided - ${sale.privateNote}`,
    paid: 0,
    linked: [],
  };
}

function voidedLine(line: SaleLine): SaleLine {
  if (line.kind === 'note') return line;
  if (line.kind === 'item') return voidedItem(line);
  return { ...line, quantity: 0, lines: line.lines.map(voidedItem) };
}

function voidedItem(line: ItemLine): ItemLine {
  return { ...line, quantity: 0, unitPrice: undefined, amount: 0 };
}
