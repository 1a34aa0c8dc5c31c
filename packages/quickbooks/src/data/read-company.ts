import { ProviderError, type ProviderAccess, type ProviderCompany } from '@sales-channels/bff/provider';
import { z } from 'zod';
import type { ApiClient } from '../http/api-client.ts';

const CompanyBody = z.looseObject({
  CompanyInfo: z.looseObject({ CompanyName: z.string().nullish(), LegalName: z.string().nullish() }),
});

const PreferencesBody = z.looseObject({
  Preferences: z.looseObject({
    CurrencyPrefs: z.looseObject({ HomeCurrency: z.looseObject({ value: z.string() }) }),
  }),
});

/** Two calls: QuickBooks keeps the home currency with the preferences. */
export async function readCompany(client: ApiClient, access: ProviderAccess): Promise<ProviderCompany> {
  const { realmId } = access;
  const info = await client(access, { kind: 'company', path: `companyinfo/${encodeURIComponent(realmId)}` });
  const company = CompanyBody.safeParse(info.body).data?.CompanyInfo;
  if (!company) throw new ProviderError('unavailable', 'company: the answer holds no company');
  const preferences = await client(access, { kind: 'company', path: 'preferences' });
  const currency = PreferencesBody.safeParse(preferences.body).data?.Preferences.CurrencyPrefs.HomeCurrency
    .value;
  return {
    realmId,
    // The body's own `Id` is always 1.
    name: company.CompanyName ?? company.LegalName ?? realmId,
    homeCurrency: currency ?? null,
  };
}
