import { z } from 'zod';
import type { CompanyAccess } from './company-access.ts';
import type { QuickBooksApi } from './quickbooks-api.ts';

const companySchema = z.object({ CompanyInfo: z.object({ CompanyName: z.string() }) });
const preferencesSchema = z.object({
  Preferences: z.object({
    CurrencyPrefs: z.object({ HomeCurrency: z.object({ value: z.string() }).optional() }).optional(),
  }),
});

/** Name and currency of the company somebody has just signed in to. */
export async function readCompany(api: QuickBooksApi, realmId: string, accessToken: string) {
  const access: CompanyAccess = {
    realmId,
    companyName: '',
    owner: 'northwind',
    getAccessToken: async () => accessToken,
  };
  const { CompanyInfo } = await api.call(access, companySchema, `companyinfo/${realmId}?minorversion=75`);
  const { Preferences } = await api.call(access, preferencesSchema, 'preferences?minorversion=75');
  return {
    realmId,
    companyName: CompanyInfo.CompanyName,
    homeCurrency: Preferences.CurrencyPrefs?.HomeCurrency?.value ?? null,
  };
}
