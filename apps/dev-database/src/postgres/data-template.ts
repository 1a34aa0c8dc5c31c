import { randomBytes } from 'node:crypto';
import { appendFile, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findFreePort } from '../free-port.ts';
import { runCommand } from '../run-command.ts';
import { connectWhenReady } from './connect-when-ready.ts';
import { spawnPostgres } from './postgres-process.ts';
import { postgresSettings } from './postgres-settings.ts';
import { serverEnvironment } from './server-environment.ts';
import { insideRoot, runsAsRoot, serverPrograms, serverUser } from './server-root.ts';

/** The data directory, inside the root, that every new database is a copy of. */
export const templateData = '/data/template';

/** The names and versions of the two parts of the engine. */
export interface EngineVersions {
  postgresql: string;
  documentdb: string;
}

/**
 * Makes the prepared data directory in a freshly unpacked root: creating the extension takes a second, copying the
 * outcome a fraction of one.
 */
export async function prepareTemplate(root: string): Promise<EngineVersions> {
  const password = randomBytes(24).toString('base64url');
  const passwordFile = path.join(root, 'data/password');
  await mkdir(path.join(root, 'data'), { recursive: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (runsAsRoot) {
    await chown(path.join(root, 'data'), serverUser.uid, serverUser.gid);
    await chown(passwordFile, serverUser.uid, serverUser.gid);
  }
  await runInitdb(root);
  await appendFile(path.join(root, templateData, 'postgresql.conf'), postgresSettings(password));

  const port = await findFreePort();
  const postgres = spawnPostgres({ root, data: templateData, port, throwaway: false });
  try {
    const client = await connectWhenReady({ port, password }, postgres.ended);
    await client.query('CREATE EXTENSION documentdb CASCADE');
    // Indexes are built while their command runs, so the two jobs that look for pending builds only cost time.
    await client.query(
      `SELECT cron.unschedule(jobid) FROM cron.job WHERE jobname LIKE 'documentdb_index_build%'`,
    );
    // Every start copies what is left here.
    await client.query('UPDATE pg_database SET datistemplate = false');
    for (const unused of ['template0', 'template1']) await client.query(`DROP DATABASE ${unused}`);
    const { rows } = await client.query<EngineVersions>(
      `SELECT current_setting('server_version') AS postgresql, extversion AS documentdb FROM pg_extension WHERE extname = 'documentdb'`,
    );
    await client.query('CHECKPOINT');
    await client.end();
    const [versions] = rows;
    if (versions === undefined) throw new Error('the documentdb extension is not there after its creation');
    return { ...versions, postgresql: versions.postgresql.split(' ', 1)[0] ?? versions.postgresql };
  } finally {
    await postgres.stop();
  }
}

async function runInitdb(root: string): Promise<void> {
  await rm(path.join(root, templateData), { recursive: true, force: true });
  const access = ['-U', serverUser.name, '-A', 'password', '--pwfile=/data/password'];
  const content = ['-E', 'UTF8', '--no-locale', '--no-sync', '--no-instructions', '--wal-segsize=4'];
  const initdb = [`${serverPrograms}/initdb`, '-D', templateData, ...access, ...content];
  const { program, args } = insideRoot(root, initdb);
  await runCommand(program, args, { env: serverEnvironment, cwd: '/' });
}

/** The password of every database copied from this root's template. */
export async function readPassword(root: string): Promise<string> {
  return await readFile(path.join(root, 'data/password'), 'utf8');
}
