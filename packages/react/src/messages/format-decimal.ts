export interface DecimalFormat {
  /** A decimal string as the user writes it, with all its digits and nothing between thousands: `1204,5`. */
  decimal: (decimal: string) => string;
  /**
   * What the user typed as a plain decimal string: `1204.5`. Takes a point and the user's own separator; null for what is no
   * number, and for what may have been meant as thousands.
   */
  readDecimal: (text: string) => string | null;
  /** A currency's name, e.g. `US Dollar`; its code where there is none. */
  currencyName: (currency: string) => string;
}

export function createDecimalFormat(locale?: string): DecimalFormat {
  const numbers = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 });
  const separator = numbers.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const digits = Array.from({ length: 10 }, (_, digit) => numbers.format(digit));
  const names = new Intl.DisplayNames(locale, { type: 'currency' });

  return {
    decimal: (decimal) => numbers.format(decimal as `${number}`),
    readDecimal: (text) => {
      const typed = Array.from(text.trim())
        .map((sign) => {
          const digit = digits.indexOf(sign);
          return digit < 0 ? sign : String(digit);
        })
        .join('');
      // `1.234` is a thousand and some to those who write their decimals with a comma.
      if (separator !== '.' && /^\d{1,3}(\.\d{3})+$/.test(typed)) return null;
      const plain = typed.replace(separator, '.');
      if (!/^-?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return null;
      return plain.replace(/\.$/, '').replace(/^(-?)\./, '$10.');
    },
    currencyName: (currency) => names.of(currency) ?? currency,
  };
}
