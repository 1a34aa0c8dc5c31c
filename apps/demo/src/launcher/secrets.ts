import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Secrets {
  /** With which the backend signs sessions. */
  session: string;
  /** Between the two servers. */
  apiKey: string;
  /** Signs what the server tells the backend of its own accord. */
  events: string;
  /** With which the emulator signs what it tells the server of. */
  webhooks: string;
  /** Base64 of 32 bytes, encrypts tokens at rest. */
  encryption: string;
}

const createSecrets = (): Secrets => ({
  session: randomBytes(32).toString('hex'),
  apiKey: randomBytes(32).toString('hex'),
  events: `whsec_${randomBytes(32).toString('base64')}`,
  webhooks: randomBytes(32).toString('hex'),
  encryption: randomBytes(32).toString('base64'),
});

/** New secrets at each start; with a kept database its old ones, or nothing in it could be read. */
export function openSecrets(keepIn: string | undefined): Secrets {
  if (keepIn === undefined) return createSecrets();
  const file = join(keepIn, 'secrets.json');
  // One that came later than the database is new to it.
  const secrets = { ...createSecrets(), ...readSecrets(file) };
  mkdirSync(keepIn, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

function readSecrets(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch {
    return {};
  }
}
