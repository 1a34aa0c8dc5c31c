/** A count together with the way it is written. */
type Counted = readonly [count: number, written: string];

const documents = ([count, written]: Counted) => `${written} ${count === 1 ? 'document' : 'documents'}`;

export const syncMessages = {
  progressLabel: (channel: string) => `Sync progress of ${channel}`,
  waiting: 'Waiting to start…',
  counting: 'Counting documents…',
  changes: 'Looking for changes…',
  comparing: 'Comparing with QuickBooks Online…',
  verifying: 'Verifying…',
  doneOf: (done: string, total: string) => `${done} of ${total}`,
  doneSoFar: (...done: Counted) => `${documents(done)} so far`,
  timeLeft: (duration: string) => `about ${duration} left`,
  created: (written: string) => `${written} created`,
  updated: (written: string) => `${written} updated`,
  voided: (written: string) => `${written} voided`,
  unchanged: (written: string) => `${written} already up to date`,
  errors: (...[count, written]: Counted) => `${written} ${count === 1 ? 'error' : 'errors'}`,
  /** Of what the provider counts, how much is accounted for here. */
  verified: (stored: string, expected: string) => `${stored} of ${expected} verified`,
  fewer: (...[count, written]: Counted) => `${written} ${count === 1 ? 'document' : 'documents'} fewer`,
  more: (...[count, written]: Counted) => `${written} ${count === 1 ? 'document' : 'documents'} more`,
  /** `difference`: how many fewer or more. */
  differs: (difference: string, provider: string) => `${difference} than ${provider} counts`,
  finished: (channel: string, result: string) => `Sync of ${channel} finished: ${result}`,
  failed: (channel: string) => `Sync of ${channel} failed`,
  errorsTitle: 'Documents that could not be imported',
  errorItem: (number: string, reason: string) => `${number}: ${reason}`,
  noNumber: 'No number',
};
