/** What a request to the emulated service is for, as counters and planned faults name it. */
export const callKinds = [
  'query',
  'cdc',
  'companyinfo',
  'preferences',
  'item',
  'journalentry',
  'invoice',
  'salesreceipt',
  'creditmemo',
  'token',
  'revoke',
  'other',
] as const;
export type CallKind = (typeof callKinds)[number];

export function isCallKind(text: string): text is CallKind {
  return (callKinds as readonly string[]).includes(text);
}
