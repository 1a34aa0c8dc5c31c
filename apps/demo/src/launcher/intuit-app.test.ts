import { describe, expect, it } from 'vitest';
import { readIntuitApp } from './intuit-app.ts';

const app = { QUICKBOOKS_CLIENT_ID: 'id', QUICKBOOKS_CLIENT_SECRET: 'secret' };

describe('readIntuitApp', () => {
  it('is none without keys', () => {
    expect(readIntuitApp({})).toBeUndefined();
  });

  it('is the sandbox unless told otherwise', () => {
    expect(readIntuitApp(app)).toEqual({ clientId: 'id', clientSecret: 'secret', environment: 'sandbox' });
    expect(readIntuitApp({ ...app, QUICKBOOKS_ENVIRONMENT: 'production' })?.environment).toBe('production');
  });

  it.each([{ QUICKBOOKS_CLIENT_ID: 'id' }, { ...app, QUICKBOOKS_ENVIRONMENT: 'live' }])(
    'refuses %o',
    (env) => {
      expect(() => readIntuitApp(env)).toThrow(/QUICKBOOKS_/);
    },
  );
});
