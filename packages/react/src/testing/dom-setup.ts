import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Finding by role in a whole dialog is slow in jsdom, and slower on a machine that runs everything at once.
configure({ asyncUtilTimeout: 15_000 });
// Vitest has no global hooks here, so the library cannot do it by itself.
afterEach(cleanup);
