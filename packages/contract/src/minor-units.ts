const known = new Set(Intl.supportedValuesOf('currency'));

/** Decimals of a currency's smallest unit (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD; null for what is no currency. */
export function minorUnitsOf(currency: string): number | null {
  if (!known.has(currency)) return null;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? null;
}
