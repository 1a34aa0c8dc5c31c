/** A count together with the way it is written. */
type Counted = readonly [count: number, written: string];

const documents = ([count, written]: Counted) => `${written} ${count === 1 ? 'document' : 'documents'}`;

export const syncMessages = {
  progressLabel: (channel: string) => `Sync progress of ${channel}`,
  waiting: 'Waiting to start…',
  counting: 'Counting documents…',
  changes: 'Looking for changes…',
  doneOf: (done: string, total: string) => `${done} of ${total}`,
  doneSoFar: (...done: Counted) => `${documents(done)} so far`,
  timeLeft: (duration: string) => `about ${duration} left`,
  created: (written: string) => `${written} created`,
  updated: (written: string) => `${written} updated`,
  voided: (written: string) => `${written} voided`,
  unchanged: (written: string) => `${written} already up to date`,
  errors: (...[count, written]: Counted) => `${written} ${count === 1 ? 'error' : 'errors'}`,
  finished: (channel: string, result: string) => `Sync of ${channel} finished: ${result}`,
  failed: (channel: string) => `Sync of ${channel} failed`,
  errorsTitle: 'Documents that could not be imported',
  errorItem: (number: string, reason: string) => `${number}: ${reason}`,
  noNumber: 'No number',
};
