/** ISO codes to choose from, the business' own first. */
export const currencyCodes = (homeCurrency: string): readonly string[] => [
  homeCurrency,
  ...Intl.supportedValuesOf('currency').filter((code) => code !== homeCurrency),
];
