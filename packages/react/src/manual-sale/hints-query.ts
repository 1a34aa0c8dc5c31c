import type { SaleHintsQuery } from '@sales-channels/contract';
import { isCalendarDate } from '../dates/calendar-date.ts';
import { isCompleteLine, lineAmounts } from './line-amounts.ts';
import type { ManualSaleValues, ReadDecimal } from './manual-sale-values.ts';

const MAX_NUMBER = 60;

/** What can be asked about the sale as far as it is typed; null while that is nothing. */
export function hintsQuery(values: ManualSaleValues, readDecimal: ReadDecimal): SaleHintsQuery | null {
  const number = values.number.trim();
  const hasNumber = number !== '' && number.length <= MAX_NUMBER;
  const hasTotal =
    isCalendarDate(values.date) && values.lines.some((line) => isCompleteLine(line, readDecimal));
  if (!hasNumber && !hasTotal) return null;
  return {
    ...(hasNumber ? { number } : {}),
    ...(hasTotal
      ? { date: values.date, currency: values.currency, total: lineAmounts(values, readDecimal).total }
      : {}),
  };
}
