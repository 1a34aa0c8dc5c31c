import { describe, expect, it } from 'vitest';
import { EnvError, readEnv } from './env.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const secret = 'a'.repeat(32);
const good = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017',
  PUBLIC_URL: 'https://sales.example.com/',
  PRODUCT_NAME: 'Northwind',
  SESSION_SECRETS: `now:${secret}`,
  ENCRYPTION_KEYS: `new:${key},old:${key}`,
  QUICKBOOKS_CLIENT_ID: 'id',
  QUICKBOOKS_CLIENT_SECRET: 'secret',
};

const messageFor = (source: Record<string, string | undefined>): string => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  throw new Error('The settings were accepted.');
};

describe('readEnv', () => {
  it('reads settings, with defaults for what may be left out', () => {
    expect(readEnv(good)).toMatchObject({
      PORT: 4300,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'https://sales.example.com',
      QUICKBOOKS_ENVIRONMENT: 'sandbox',
      SYNC_EVERY_MINUTES: 360,
      SESSION_SECRETS: { currentId: 'now', keys: { now: secret } },
      ENCRYPTION_KEYS: { currentId: 'new', keys: { new: key, old: key } },
    });
  });

  it('E-14 reads how often channels sync by themselves', () => {
    expect(readEnv({ ...good, SYNC_EVERY_MINUTES: '15' }).SYNC_EVERY_MINUTES).toBe(15);
    expect(readEnv({ ...good, SYNC_EVERY_MINUTES: 'off' }).SYNC_EVERY_MINUTES).toBeNull();
    for (const wrong of ['14', '1441', '30.5', 'never'])
      expect(messageFor({ ...good, SYNC_EVERY_MINUTES: wrong })).toContain(
        'SYNC_EVERY_MINUTES must be a whole number from 15 to 1440, or off',
      );
  });

  it('J-02 reads what the host uses connections for', () => {
    expect(readEnv(good).CONNECTION_USES).toEqual([]);
    const uses = readEnv({ ...good, CONNECTION_USES: 'Item sync, Build exports,' }).CONNECTION_USES;
    expect(uses).toEqual(['Item sync', 'Build exports']);
  });

  it('reads how many metered calls a month may have', () => {
    expect(readEnv(good).MONTHLY_PROVIDER_CALLS).toBeUndefined();
    expect(readEnv({ ...good, MONTHLY_PROVIDER_CALLS: '450000' }).MONTHLY_PROVIDER_CALLS).toBe(450_000);
    for (const bad of ['0', 'many', '1.5'])
      expect(messageFor({ ...good, MONTHLY_PROVIDER_CALLS_PER_BUSINESS: bad })).toContain(
        'MONTHLY_PROVIDER_CALLS_PER_BUSINESS must be a whole number above 0',
      );
  });

  it('names every missing variable, what it is for and an example', () => {
    const message = messageFor({});
    for (const name of Object.keys(good)) expect(message).toContain(`${name} is missing`);
    expect(message).toContain('e.g. MONGODB_URI=mongodb://127.0.0.1:27017/?replicaSet=rs0');
    expect(message).toContain("the host product's name, shown while signing in");
  });

  it('treats an empty variable as one that is not set', () => {
    expect(messageFor({ ...good, PRODUCT_NAME: '' })).toContain('PRODUCT_NAME is missing');
    expect(readEnv({ ...good, PORT: '' }).PORT).toBe(4300);
  });

  it.each([
    [{ QUICKBOOKS_EMULATOR_CLOCK: 'follow' }, 'goes with QUICKBOOKS_ENVIRONMENT=emulator only'],
    [
      { QUICKBOOKS_ENVIRONMENT: 'production', QUICKBOOKS_EMULATOR_CLOCK: 'follow' },
      'goes with QUICKBOOKS_ENVIRONMENT=emulator only',
    ],
    [{ QUICKBOOKS_EMULATOR_CLOCK: 'on' }, 'QUICKBOOKS_EMULATOR_CLOCK must be follow'],
    [{ PORT: 'http' }, 'PORT must be a port number'],
    [{ PUBLIC_URL: 'sales.example.com' }, 'PUBLIC_URL must be an http(s) address'],
    [{ SESSION_SECRETS: 'now:short' }, 'SESSION_SECRETS needs at least 32 characters'],
    [{ SESSION_SECRETS: secret }, 'SESSION_SECRETS'],
    [{ ENCRYPTION_KEYS: 'new:abc' }, 'ENCRYPTION_KEYS must be 32 random bytes in base64'],
    [{ HOST_EVENTS_SECRET: secret }, 'HOST_EVENTS_SECRET must be "whsec_" and 24 to 64 random bytes'],
    [{ QUICKBOOKS_ENVIRONMENT: 'live' }, 'QUICKBOOKS_ENVIRONMENT must be sandbox, production or emulator'],
  ])('says what is wrong with %o', (bad, expected) => {
    const message = messageFor({ ...good, ...bad });
    expect(message).toContain(expected);
    expect(message).toContain('e.g. ');
  });

  it('never repeats a value, which may be a secret', () => {
    expect(messageFor({ ...good, SESSION_SECRETS: 'now:hunter2' })).not.toContain('hunter2');
  });

  it('wants what another variable makes necessary', () => {
    expect(messageFor({ ...good, QUICKBOOKS_ENVIRONMENT: 'emulator' })).toContain(
      'QUICKBOOKS_EMULATOR_URL is needed with QUICKBOOKS_ENVIRONMENT=emulator',
    );
    expect(messageFor({ ...good, HOST_BACKEND_URL: 'http://127.0.0.1:4200' })).toContain(
      'HOST_API_KEY is needed with HOST_BACKEND_URL',
    );
    expect(messageFor({ ...good, HOST_EVENTS_URL: 'http://127.0.0.1:4200/events' })).toContain(
      'HOST_EVENTS_SECRET is needed with HOST_EVENTS_URL',
    );
    expect(messageFor({ ...good, HOST_PRODUCTS: 'on' })).toContain(
      'HOST_BACKEND_URL is needed with HOST_PRODUCTS=on',
    );
  });
});
