import type { SaleSummary } from '@sales-channels/contract';
import type { Messages } from '../messages/messages.ts';

/** E.g. `Invoice 1037`, or that it has no number. */
export function saleTitle(
  { type, number }: Pick<SaleSummary, 'type' | 'number'>,
  messages: Messages,
): string {
  const typeName = messages.sales.types[type];
  return number === null
    ? messages.saleDetail.untitled(typeName)
    : messages.saleDetail.title(typeName, number);
}
