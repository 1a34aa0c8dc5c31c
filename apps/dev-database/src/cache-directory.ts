import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Where engines are unpacked: `SALES_CHANNELS_CACHE`, else `.cache` of the repository. */
export function cacheDirectory(): string {
  const moved = process.env['SALES_CHANNELS_CACHE'];
  return path.join(moved ? path.resolve(moved) : path.join(repositoryRoot, '.cache'), 'dev-database');
}
