const names: Readonly<Record<string, string>> = {
  USD: 'United States Dollar',
  EUR: 'Euro',
  JPY: 'Japanese Yen',
  GBP: 'British Pound Sterling',
  CAD: 'Canadian Dollar',
  AUD: 'Australian Dollar',
};
const inDollars: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 1.0825,
  JPY: 0.006_7,
  GBP: 1.265,
  CAD: 0.735,
  AUD: 0.655,
};

export function currencyName(code: string): string {
  return names[code] ?? code;
}

/** Units of the home currency for one unit of the other, with six decimals at most. */
export function exchangeRateOf(currency: string, homeCurrency: string): number {
  if (currency === homeCurrency) return 1;
  const rate = (inDollars[currency] ?? 1) / (inDollars[homeCurrency] ?? 1);
  return Math.round(rate * 1_000_000) / 1_000_000;
}
