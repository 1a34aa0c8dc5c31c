import type { TestProject } from 'vitest/node';
import { startDevDatabase } from './index.ts';

/** Starts the database that integration and end-to-end tests share, and gives them its address. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startDevDatabase({ log: (line) => process.stderr.write(`${line}\n`) });
  process.stderr.write(`Tests run on ${database.engine}\n`);
  project.provide('mongodbUri', database.uri);
  return () => database.stop();
}
