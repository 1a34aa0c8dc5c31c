import type { ManualSaleLine, Product, SaleLine } from '@sales-channels/contract';
import { manualLineAmount, manualSaleTotal } from '@sales-channels/contract';
import { invalidField, ProblemError } from '../problem-error.ts';
import { addManualChannel } from '../world/add-channel.ts';
import { recordAudit } from '../world/record-audit.ts';
import { importDocument, reviseSale } from '../world/sales-store.ts';
import type { SaleRecord, World } from '../world/world.ts';
import { findSale } from './find-sale.ts';
import type { Operations } from './operation.ts';

export const manualSaleOperations: Operations<'createManualSale' | 'updateManualSale' | 'voidSale'> = {
  createManualSale: (world, { body }) => {
    if (!world.context.salesTracking.enabled) throw new ProblemError('sales_tracking_disabled');
    if (body.date > world.today()) throw invalidField('body.date', 'The date is in the future.');
    const products = findProducts(world, body.lines);
    const total = manualSaleTotal(body.lines, body.currency);
    const sale = importDocument(
      world,
      addManualChannel(world),
      {
        realmId: null,
        externalId: null,
        externalUrl: null,
        type: 'manual_sale',
        number: body.number || null,
        customerId: null,
        customerName: body.customerName || null,
        date: body.date,
        dueDate: null,
        currency: body.currency,
        exchangeRate: null,
        lines: body.lines.map((line) => createLine(line, body.currency, products.get(line.productId ?? ''))),
        discount: '0',
        shipping: '0',
        tax: '0',
        total,
        balance: '0',
        note: body.note || null,
        state: 'active',
        voidReason: null,
        providerCreatedAt: null,
        providerUpdatedAt: null,
      },
      world.now().toISOString(),
      { cause: 'entered', isByUser: true },
    );
    recordAudit(world, 'manual_sale_created', {
      subject: sale.number,
      saleId: sale.id,
      channelId: sale.channelId,
    });
    return sale;
  },

  updateManualSale: (world, { params, body }) => {
    const record = findManualSale(world, params.saleId);
    const { sale } = record;
    if (sale.state === 'voided') throw new ProblemError('sale_voided');
    const changes = {
      number: body.number === undefined ? sale.number : body.number || null,
      customerName: body.customerName === undefined ? sale.customerName : body.customerName || null,
      note: body.note === undefined ? sale.note : body.note || null,
    };
    const isSame =
      changes.number === sale.number &&
      changes.customerName === sale.customerName &&
      changes.note === sale.note;
    if (isSame) return sale;
    reviseSale(world, record, world.now().toISOString(), changes, { cause: 'edited_here', isByUser: true });
    noteChange(world, 'manual_sale_changed', record);
    return record.sale;
  },

  voidSale: (world, { params, body }) => {
    const record = findManualSale(world, params.saleId);
    if (record.sale.state === 'voided') return record.sale;
    const voided = { state: 'voided', voidReason: 'voided_here', voidNote: body.reason } as const;
    reviseSale(world, record, world.now().toISOString(), voided, { cause: 'voided_here', isByUser: true });
    noteChange(world, 'manual_sale_voided', record);
    return record.sale;
  },
};

function findManualSale(world: World, saleId: string): SaleRecord {
  const record = findSale(world, saleId);
  if (record.sale.source !== 'manual') throw new ProblemError('sale_imported');
  return record;
}

function noteChange(
  world: World,
  action: 'manual_sale_changed' | 'manual_sale_voided',
  { sale }: SaleRecord,
): void {
  recordAudit(world, action, { subject: sale.number, saleId: sale.id, channelId: sale.channelId });
}

function createLine(line: ManualSaleLine, currency: string, product: Product | undefined): SaleLine {
  return {
    kind: 'item',
    itemId: product?.id ?? null,
    itemName: product?.name ?? null,
    description: line.description || null,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    amount: manualLineAmount(line, currency),
    taxCode: null,
    className: null,
    group: null,
    match: product ? { status: 'matched', productId: product.id } : null,
  };
}

/** The products lines name. Throws `invalid_request` with every line that names one nobody has. */
function findProducts(world: World, lines: readonly ManualSaleLine[]): Map<string, Product> {
  const known = world.context.manualSales.hasProducts ? world.products : [];
  const products = new Map(known.map((product) => [product.id, product]));
  const errors = lines.flatMap(({ productId }, index) =>
    productId === undefined || products.has(productId)
      ? []
      : { path: `body.lines.${index}.productId`, message: 'There is no such product.' },
  );
  if (errors.length > 0) throw new ProblemError('invalid_request', { errors });
  return products;
}
