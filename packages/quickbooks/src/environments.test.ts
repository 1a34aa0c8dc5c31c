import { expect, test } from 'vitest';
import { quickBooksEnvironments, resolveEndpoints } from './environments.ts';

test('production and sandbox are exactly Intuit’s addresses', () => {
  expect(quickBooksEnvironments).toEqual({
    production: {
      name: 'production',
      authorizeUrl: 'https://appcenter.intuit.com/connect/oauth2',
      tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
      revokeUrl: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
      apiUrl: 'https://quickbooks.api.intuit.com',
      appUrl: 'https://qbo.intuit.com/app',
    },
    sandbox: {
      name: 'sandbox',
      authorizeUrl: 'https://appcenter.intuit.com/connect/oauth2',
      tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
      revokeUrl: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
      apiUrl: 'https://sandbox-quickbooks.api.intuit.com',
      appUrl: 'https://sandbox.qbo.intuit.com/app',
    },
  });
});

test('an emulator is reached by the browser under one name and by the server under another', () => {
  const emulator = {
    name: 'emulator',
    authorizeUrl: 'http://quickbooks.localhost:4400/',
    tokenUrl: 'http://127.0.0.1:4400',
    apiUrl: 'http://127.0.0.1:4400/',
  } as const;
  expect(resolveEndpoints(emulator)).toEqual({
    name: 'emulator',
    authorizeUrl: 'http://quickbooks.localhost:4400/connect/oauth2',
    tokenUrl: 'http://127.0.0.1:4400/oauth2/v1/tokens/bearer',
    revokeUrl: 'http://127.0.0.1:4400/v2/oauth2/tokens/revoke',
    apiUrl: 'http://127.0.0.1:4400',
    appUrl: 'http://quickbooks.localhost:4400/app',
  });
});
