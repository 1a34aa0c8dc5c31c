export interface FinishedGood {
  /** What the accounting system calls it. */
  itemId: string;
  sku: string;
  name: string;
  unitPrice: string;
  /** On the shelf when the business came to Northwind. */
  opening: string;
  reorderAt: number;
}

const good = (
  itemId: string,
  sku: string,
  name: string,
  unitPrice: string,
  opening: string,
  reorderAt: number,
): FinishedGood => ({ itemId, sku, name, unitPrice, opening, reorderAt });

export const finishedGoods: readonly FinishedGood[] = [
  good('1', 'BRK-100', 'Anodised bracket', '18.50', '5200', 1500),
  good('2', 'HRN-210', 'Cable harness', '42.00', '4800', 500),
  good('3', 'PNL-300', 'Control panel', '385.00', '4600', 400),
  good('4', 'GBX-410', 'Gearbox assembly', '1240.00', '4400', 400),
  good('5', 'PLT-120', 'Mounting plate', '9.75', '5000', 600),
  good('6', 'SNS-220', 'Sensor module', '64.20', '4900', 500),
  good('7', 'PSU-240', 'Power supply unit', '128.00', '4500', 400),
  good('8', 'ENC-200', 'Enclosure, small', '56.00', '4700', 500),
  good('9', 'ENC-400', 'Enclosure, large', '94.50', '4500', 400),
  good('10', 'TRM-010', 'Terminal block', '0.1875', '180000', 20_000),
];
