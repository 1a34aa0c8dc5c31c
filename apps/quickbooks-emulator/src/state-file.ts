import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CompanySnapshot } from './company/company.ts';
import type { QuotaState } from './http/quota.ts';
import type { GrantsSnapshot } from './oauth/grants.ts';
import type { WebhookEndpoint } from './webhooks/delivery.ts';

/** What an emulator needs to go on where another one stopped; documents nobody touched are generated again. */
export interface WorldSnapshot {
  readonly format: 1;
  /** Milliseconds the emulator's clock is ahead of the real one. */
  readonly clockLead: number;
  readonly redirectUris: readonly string[];
  readonly companies: readonly CompanySnapshot[];
  readonly grants: GrantsSnapshot;
  readonly quota?: QuotaState;
  readonly webhook?: WebhookEndpoint | undefined;
}

/**
 * @returns undefined when there is no such file
 * @throws Error when the file is not one of these
 */
export function readState(path: string): WorldSnapshot | undefined {
  if (!existsSync(path)) return undefined;
  const state = parse(readFileSync(path, 'utf8'));
  if (state?.format !== 1)
    throw new Error(`${path} holds no state of this emulator. Delete it to start afresh.`);
  return state;
}

function parse(text: string): WorldSnapshot | undefined {
  try {
    return JSON.parse(text) as WorldSnapshot;
  } catch {
    return undefined;
  }
}

/** Replaces the file as a whole, so that a crash leaves the old state or the new one. */
export function writeState(path: string, state: WorldSnapshot): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
  renameSync(draft, path);
}
