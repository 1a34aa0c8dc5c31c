import type { CreateManualSale, Product, Sale, UpdateManualSale } from '@sales-channels/contract';
import type { Audit } from '../audit/create-audit.ts';
import type { BusinessModel } from '../businesses/business.model.ts';
import { calendarDateIn } from '../calendar.ts';
import type { ChannelModel } from '../channels/channel.model.ts';
import type { ClientSession, Database } from '../database.ts';
import { Types, inTransaction, isDuplicateKey } from '../database.ts';
import { DomainError, invalidField } from '../domain-error.ts';
import type { RequestMark } from '../http/idempotency.ts';
import type { Session } from '../session/session.ts';
import { describeChanges } from './describe-changes.ts';
import { editedFields, manualSaleFields } from './manual-sale-fields.ts';
import type { Products } from './products.ts';
import { byUser, firstRevision } from './revision.ts';
import type { SaleDocument, SaleModel } from './sale.model.ts';
import type { SalesService } from './sales.service.ts';

export interface ManualSalesDependencies {
  database: Database;
  sales: SaleModel;
  salesService: SalesService;
  channels: ChannelModel;
  businesses: BusinessModel;
  products: Products;
  audit: Audit;
  salesChanged: (businessId: string, saleIds: SaleDocument['_id'][]) => void;
  clock: () => Date;
}

export type ManualSalesService = ReturnType<typeof createManualSalesService>;

/** Sales entered by hand. They touch no connection, so they work whatever the accounting channels do. */
export function createManualSalesService(dependencies: ManualSalesDependencies) {
  const { database, sales, salesService, channels, businesses, products, audit, salesChanged, clock } =
    dependencies;

  return {
    /** @param mark of the request: repeating it finds the sale, even where the kept answer was lost. */
    async create(session: Session, input: CreateManualSale, mark: RequestMark | null): Promise<Sale> {
      const businessId = session.business.id;
      const earlier = await enteredBy(businessId, mark);
      if (earlier) return told(earlier);
      const channelId = await openManualChannel(businessId);
      if (input.date > calendarDateIn(session.timeZone, clock()))
        throw invalidField('body.date', 'The date is in the future.');
      const fields = manualSaleFields(input, await productsOf(businessId, input));
      const at = clock();
      const sale = {
        ...fields,
        _id: new Types.ObjectId(),
        businessId,
        channelId,
        revision: 1,
        importedAt: at,
        updatedAt: at,
        ...(mark && { mark }),
        revisions: [firstRevision('entered', at, byUser(session.user))],
      };
      try {
        await inTransaction(database, async (transaction) => {
          const sequence = await businesses.takeSequence(businessId, 1, transaction);
          await sales.insert([{ ...sale, sequence }], transaction);
          await audit.record(session, { action: 'manual_sale_created', ...auditedAs(sale) }, transaction);
        });
      } catch (error) {
        const faster = isDuplicateKey(error) ? await enteredBy(businessId, mark) : null;
        if (!faster) throw error;
        return told(faster);
      }
      return told(sale);
    },

    /** Changes what does not count: number, customer, note. What is as it was already costs no write. */
    async update(session: Session, saleId: string, input: UpdateManualSale): Promise<Sale> {
      const changed = await inTransaction(database, async (transaction) => {
        const sale = await existing(session, saleId, transaction);
        if (sale.state === 'voided') throw new DomainError('sale_voided');
        const fields = editedFields(input);
        if (describeChanges(sale, fields).length === 0) return null;
        await revise(session, sale, fields, 'edited_here', transaction);
        await audit.record(session, { action: 'manual_sale_changed', ...auditedAs(sale) }, transaction);
        return sale;
      });
      return changed ? told(changed) : salesService.get(session.business.id, saleId);
    },

    /** Voiding again changes nothing: the first reason stays. Lines and amounts stay readable. */
    async void(session: Session, saleId: string, reason: string): Promise<Sale> {
      const voided = await inTransaction(database, async (transaction) => {
        const sale = await existing(session, saleId, transaction);
        if (sale.state === 'voided') return null;
        const fields = { state: 'voided', voidReason: 'voided_here', voidNote: reason } as const;
        await revise(session, sale, fields, 'voided_here', transaction);
        await audit.record(session, { action: 'manual_sale_voided', ...auditedAs(sale) }, transaction);
        return sale;
      });
      return voided ? told(voided) : salesService.get(session.business.id, saleId);
    },
  };

  /** @throws DomainError `idempotency_conflict` for a request that asked for another sale. */
  async function enteredBy(businessId: string, mark: RequestMark | null): Promise<SaleDocument | null> {
    const sale = mark && (await sales.findByMark(businessId, mark));
    if (sale && sale.mark?.input !== mark.input) throw new DomainError('idempotency_conflict');
    return sale;
  }

  /** @throws DomainError `sales_tracking_disabled`; the Manual channel is made when tracking is turned on. */
  async function openManualChannel(businessId: string): Promise<Types.ObjectId> {
    const [business, all] = await Promise.all([businesses.find(businessId), channels.list(businessId)]);
    const manual = all.find(({ type }) => type === 'manual');
    if (!business?.salesTrackingEnabled || !manual) throw new DomainError('sales_tracking_disabled');
    return manual._id;
  }

  async function productsOf(
    businessId: string,
    { lines }: CreateManualSale,
  ): Promise<ReadonlyMap<string, Product>> {
    const wanted = lines.flatMap(({ productId }) => productId ?? []);
    const found = await products.find(businessId, wanted);
    const errors = lines.flatMap(({ productId }, index) =>
      productId === undefined || found.has(productId)
        ? []
        : { path: `body.lines.${index}.productId`, message: 'There is no such product.' },
    );
    if (errors.length > 0) throw new DomainError('invalid_request', { errors: errors.slice(0, 50) });
    return found;
  }

  async function existing(
    { business }: Session,
    saleId: string,
    transaction: ClientSession,
  ): Promise<SaleDocument> {
    const sale = await sales.find(business.id, saleId, transaction);
    if (!sale) throw new DomainError('not_found');
    if (sale.source !== 'manual') throw new DomainError('sale_imported');
    return sale;
  }

  async function revise(
    { user }: Session,
    sale: SaleDocument,
    fields: Partial<SaleDocument>,
    cause: 'edited_here' | 'voided_here',
    transaction: ClientSession,
  ): Promise<void> {
    const at = clock();
    const sequence = await businesses.takeSequence(sale.businessId, 1, transaction);
    const changes = describeChanges(sale, fields);
    const revision = { number: sale.revision + 1, at, cause, ...byUser(user), changes };
    await sales.update(
      [{ _id: sale._id, set: { ...fields, updatedAt: at, sequence }, revision }],
      transaction,
    );
  }

  function told({ _id, businessId }: Pick<SaleDocument, '_id' | 'businessId'>): Promise<Sale> {
    salesChanged(businessId, [_id]);
    return salesService.get(businessId, _id.toHexString());
  }
}

const auditedAs = ({ _id, channelId, number }: Pick<SaleDocument, '_id' | 'channelId' | 'number'>) => ({
  saleId: _id.toHexString(),
  channelId: channelId.toHexString(),
  ...(number !== null && { subject: number }),
});
