export interface MoneyFormat {
  /** A decimal string in its currency's digits, without the currency: `−1,204.50`. Never rounds. */
  amount: (decimal: string, currency: string) => string;
  /** The same with the currency's code, where the locale puts it: `USD 84,210.55`. */
  money: (decimal: string, currency: string) => string;
}

const MINUS = '−';

const currencyDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const digitsOf = (decimal: string): number => (decimal.split('.')[1] ?? '').replace(/0+$/, '').length;

export function createMoneyFormat(locale?: string): MoneyFormat {
  const formats = new Map<string, Intl.NumberFormat>();

  const formatFor = (decimal: string, currency: string, isWithCode: boolean): Intl.NumberFormat => {
    const minimum = currencyDigits(currency);
    const digits = Math.max(minimum, digitsOf(decimal));
    const key = `${currency} ${digits} ${isWithCode}`;
    let format = formats.get(key);
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, {
        ...(isWithCode ? { style: 'currency', currency, currencyDisplay: 'code' } : {}),
        minimumFractionDigits: minimum,
        maximumFractionDigits: digits,
      });
      formats.set(key, format);
    }
    return format;
  };

  const write = (decimal: string, currency: string, isWithCode: boolean): string =>
    formatFor(decimal, currency, isWithCode)
      // Given as text, it is never a float on its way.
      .formatToParts(decimal as `${number}`)
      .map(({ type, value }) => (type === 'minusSign' ? value.replace('-', MINUS) : value))
      .join('');

  return {
    amount: (decimal, currency) => write(decimal, currency, false),
    money: (decimal, currency) => write(decimal, currency, true),
  };
}
