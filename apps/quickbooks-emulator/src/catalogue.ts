export type CatalogueItemType = 'Inventory' | 'Service' | 'Group';

/** One product or service of every emulated company. Ids, names and SKUs never change. */
export interface CatalogueItem {
  readonly id: string;
  readonly name: string;
  readonly sku: string;
  readonly type: CatalogueItemType;
  readonly description: string;
  /** Price in the company's home currency, as a decimal string. */
  readonly unitPrice: string;
  /** Members of a bundle: what one unit of it holds. */
  readonly members?: readonly { readonly itemId: string; readonly quantity: number }[];
}

const goods = (id: string, name: string, sku: string, unitPrice: string, description: string) =>
  ({ id, name, sku, type: 'Inventory', unitPrice, description }) satisfies CatalogueItem;

/** The products and services every emulated company sells. */
export const catalogue: readonly CatalogueItem[] = [
  goods('1', 'Anodised bracket', 'BRK-100', '18.50', 'Bracket, 6061 aluminium, clear anodised'),
  goods('2', 'Cable harness', 'HRN-210', '42.00', 'Wiring harness, 12 way, 1.5 m'),
  goods('3', 'Control panel', 'PNL-300', '385.00', 'Assembled control panel with display'),
  goods('4', 'Gearbox assembly', 'GBX-410', '1240.00', 'Planetary gearbox, ratio 20:1'),
  goods('5', 'Mounting plate', 'PLT-120', '9.75', 'Steel plate, laser cut, zinc plated'),
  goods('6', 'Sensor module', 'SNS-220', '64.20', 'Inductive sensor with M12 connector'),
  goods('7', 'Power supply unit', 'PSU-240', '128.00', 'DIN rail supply, 24 V, 10 A'),
  goods('8', 'Enclosure, small', 'ENC-200', '56.00', 'Polycarbonate enclosure, 200 mm'),
  goods('9', 'Enclosure, large', 'ENC-400', '94.50', 'Polycarbonate enclosure, 400 mm'),
  goods('10', 'Terminal block', 'TRM-010', '0.1875', 'Terminal block, 2.5 mm², per piece'),
  {
    id: '11',
    name: 'Installation',
    sku: 'SRV-001',
    type: 'Service',
    unitPrice: '95.00',
    description: 'Installation on site, per hour',
  },
  {
    id: '12',
    name: 'Starter kit',
    sku: 'KIT-012',
    type: 'Group',
    unitPrice: '143.20',
    description: 'Two brackets, a harness and a sensor module',
    members: [
      { itemId: '1', quantity: 2 },
      { itemId: '2', quantity: 1 },
      { itemId: '6', quantity: 1 },
    ],
  },
];

/** Item id the service uses for the shipping charge of a document. */
export const shippingItemId = 'SHIPPING_ITEM_ID';
