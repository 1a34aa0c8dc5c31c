import '@testing-library/jest-dom/vitest';
import { cleanup, configure, getConfig } from '@testing-library/react';
import { afterEach } from 'vitest';

const { getElementError } = getConfig();

configure({
  // Finding by role in a whole dialog is slow in jsdom, and slower on a machine that runs everything at once.
  asyncUtilTimeout: 15_000,
  // A wait that ends in vain prints the page itself; done after each of its looks as well, it was a fifth of the time.
  getElementError: (message, container) =>
    message !== null && isWaiting()
      ? // By this name the library knows an error of its own, and shows the line of the test that waited.
        Object.assign(new Error(message), { name: 'TestingLibraryElementError' })
      : getElementError(message, container),
});
// Vitest has no global hooks here, so the library cannot do it by itself.
afterEach(cleanup);

/** The library sets it while it looks again and again, and has no type for it. */
function isWaiting(): boolean {
  return (
    '_disableExpensiveErrorDiagnostics' in getConfig() &&
    getConfig()['_disableExpensiveErrorDiagnostics' as never]
  );
}
