export type {
  AccountingProvider,
  CompanyChange,
  DatedQuery,
  FoundDocuments,
  PageCursor,
  ProviderAccess,
  ProviderCall,
  ProviderCompany,
  ProviderPace,
  ReceivedNotification,
  SalesChanges,
  SalesPage,
  TokenSet,
  UnreadableDocument,
} from './provider.ts';
export type { ProviderSale, ProviderSaleLine, SaleType } from './provider-sale.ts';
export { SALE_TYPES } from './provider-sale.ts';
export type { ProviderErrorCode, ProviderErrorDetails } from './provider-error.ts';
export { PROVIDER_ERROR_CODES, ProviderError } from './provider-error.ts';
export type { Decimal } from './money.ts';
export { inSlices } from './in-slices.ts';
export { decimal, isZero, negateDecimal, sumDecimals } from './money.ts';
