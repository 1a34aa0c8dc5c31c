export type { QuickBooksConfig } from './config.ts';
export type { QuickBooksEmulator, QuickBooksEndpoints, QuickBooksEnvironment } from './environments.ts';
export { quickBooksEnvironments } from './environments.ts';
export { createQuickBooksProvider } from './quickbooks-provider.ts';
