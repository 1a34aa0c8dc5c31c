import type * as z from 'zod/mini';
import { auditEntrySchema } from '../audit.ts';
import { channelSchema, createChannelSchema, syncAllSchema, updateChannelSchema } from '../channel.ts';
import {
  authorizationSchema,
  connectionSchema,
  previewSchema,
  startAuthorizationSchema,
  startedAuthorizationSchema,
} from '../connection.ts';
import { contextSchema, entitlementsSchema, salesTrackingSchema } from '../context.ts';
import {
  createManualSaleSchema,
  manualSaleLineSchema,
  productSchema,
  saleHintsSchema,
  updateManualSaleSchema,
  voidSaleSchema,
} from '../manual-sale.ts';
import {
  calendarDateSchema,
  currencySchema,
  cursorSchema,
  decimalSchema,
  idSchema,
  instantSchema,
} from '../primitives.ts';
import { fieldErrorSchema, problemSchema } from '../problem.ts';
import { runSchema } from '../run.ts';
import {
  changePageSchema,
  saleLineSchema,
  salePageSchema,
  saleSchema,
  salesTotalsSchema,
  saleSummarySchema,
} from '../sale.ts';
import { saleRevisionSchema } from '../sale-revision.ts';
import { salesCsvSchema } from '../sales-csv.ts';
import { salesSeriesSchema } from '../sales-series.ts';

/** What a document says of a schema beside its shape. */
export interface SchemaNotes {
  id: string;
  description?: string;
  format?: string;
  examples?: unknown[];
}

/** The schemas that get a name of their own in the document. */
export const namedSchemas: readonly (readonly [z.ZodMiniType, SchemaNotes])[] = [
  [idSchema, { id: 'Id', description: 'An identifier the API made. Opaque.', examples: ['channel_3kTMd9'] }],
  [
    calendarDateSchema,
    { id: 'CalendarDate', description: 'A day, never a time.', format: 'date', examples: ['2026-01-31'] },
  ],
  [
    instantSchema,
    { id: 'Instant', description: 'A point in time, with an offset.', examples: ['2026-01-31T09:30:00Z'] },
  ],
  [decimalSchema, { id: 'Decimal', description: 'A decimal number as text.', examples: ['-1204.50'] }],
  [currencySchema, { id: 'Currency', description: 'An ISO 4217 code.', examples: ['USD'] }],
  [cursorSchema, { id: 'Cursor', description: 'Where a list goes on. Opaque.', examples: ['c2FsZV8xMjA0'] }],
  [entitlementsSchema, { id: 'Entitlements', description: "What the business' plan allows." }],
  [salesTrackingSchema, { id: 'SalesTracking' }],
  [contextSchema, { id: 'Context' }],
  [connectionSchema, { id: 'Connection', description: 'A link to one company in an accounting system.' }],
  [previewSchema, { id: 'Preview', description: 'What a first sync would bring.' }],
  [startAuthorizationSchema, { id: 'StartAuthorization' }],
  [authorizationSchema, { id: 'Authorization', description: 'One sign-in at an accounting system.' }],
  [startedAuthorizationSchema, { id: 'StartedAuthorization' }],
  [channelSchema, { id: 'Channel', description: 'One source of sales.' }],
  [createChannelSchema, { id: 'CreateChannel' }],
  [updateChannelSchema, { id: 'UpdateChannel' }],
  [syncAllSchema, { id: 'SyncAll' }],
  [runSchema, { id: 'Run', description: 'One sync of one channel.' }],
  [saleLineSchema, { id: 'SaleLine' }],
  [saleSummarySchema, { id: 'SaleSummary', description: 'A sale as lists show it.' }],
  [saleSchema, { id: 'Sale', description: 'A sale with all that is known of it.' }],
  [salePageSchema, { id: 'SalePage' }],
  [salesTotalsSchema, { id: 'SalesTotals' }],
  [salesSeriesSchema, { id: 'SalesSeries', description: 'Sales over time.' }],
  [
    salesCsvSchema,
    {
      id: 'SalesCsv',
      description:
        'RFC 4180, with a header row. Text that begins like a formula has an apostrophe before it. An answer that breaks off is not whole.',
      examples: [
        'date,number,customer,type,source,channel,status,currency,total,balance\r\n2026-01-31,1204,Harbour Works,invoice,synced,QuickBooks Online,active,USD,1204.50,0\r\n',
      ],
    },
  ],
  [changePageSchema, { id: 'ChangePage' }],
  [manualSaleLineSchema, { id: 'ManualSaleLine' }],
  [createManualSaleSchema, { id: 'CreateManualSale' }],
  [updateManualSaleSchema, { id: 'UpdateManualSale' }],
  [voidSaleSchema, { id: 'VoidSale' }],
  [saleHintsSchema, { id: 'SaleHints' }],
  [saleRevisionSchema, { id: 'SaleRevision', description: 'One state a sale has had.' }],
  [productSchema, { id: 'Product', description: "A product of the host's." }],
  [auditEntrySchema, { id: 'AuditEntry', description: 'Something somebody did.' }],
  [fieldErrorSchema, { id: 'FieldError' }],
  [problemSchema, { id: 'Problem', description: 'A problem document (RFC 9457). Branch on its code.' }],
];
