import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the tests' database answers; each test names a database of its own on it. */
    mongodbUri: string;
  }
}
