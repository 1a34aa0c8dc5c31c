import type { TestProject } from 'vitest/node';
import { startDevDatabase } from './index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the tests' database answers; each test names a database of its own on it. */
    mongodbUri: string;
  }
}

/** Starts the database that integration and end-to-end tests share, and gives them its address. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startDevDatabase({ log: (line) => process.stderr.write(`${line}\n`) });
  process.stderr.write(`Tests run on ${database.engine}\n`);
  project.provide('mongodbUri', database.uri);
  return () => database.stop();
}
