import type { Truth } from '@sales-channels/quickbooks-emulator';
import { EMULATOR_APP, REDIRECT_URI } from './emulator-app.ts';

export interface CallCount {
  calls: number;
  /** Calls the provider bills. */
  metered: number;
  byKind: Record<string, number>;
  byStatus: Record<string, number>;
}

export type Latency = 'none' | 'service' | number;
export type EmulatorControl = ReturnType<typeof createEmulatorControl>;

/** What the bench does to the emulator from outside, over HTTP. */
export function createEmulatorControl(url: string) {
  async function control<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/control/${path}`, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  return {
    url,
    addCompany: (company: { realmId: string; name: string; documents: object }) =>
      control('companies', { ...company, otherCurrencies: ['EUR'], isListed: false }),
    setLatency: (latency: Latency) => control('switches', { latency }),
    advance: (advanceSeconds: number) => control('clock', { advanceSeconds }),
    count: (realmId: string): Promise<CallCount> => control(`counters?realm=${realmId}`),
    resetCounters: () => control('counters/reset', {}),
    create: (realmId: string, type: string, sale: object) =>
      control('documents', { realm: realmId, type, ...sale }),
    change: (realmId: string, { type, id }: Truth, change: string, body: object = {}) =>
      control(`documents/${type}/${id}/${change}?realm=${realmId}`, body),

    /** What a correct client must know, one line a document. */
    async truth(realmId: string): Promise<Truth[]> {
      const response = await fetch(`${url}/control/truth?realm=${realmId}`);
      const lines = (await response.text()).split('\n').filter(Boolean);
      return lines.map((line) => JSON.parse(line) as Truth);
    },

    /** Signs in to a company as its user would, which ends the tokens of an earlier sign-in. */
    async accessToken(realmId: string): Promise<string> {
      const { clientId, clientSecret } = EMULATOR_APP;
      const approved = await fetch(`${url}/connect/oauth2`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({
          client_id: clientId,
          redirect_uri: REDIRECT_URI,
          response_type: 'code',
          scope: 'com.intuit.quickbooks.accounting',
          state: 'bench',
          decision: 'approve',
          realmId,
        }),
      });
      const code = new URL(approved.headers.get('location') ?? '').searchParams.get('code') ?? '';
      const exchanged = await fetch(`${url}/oauth2/v1/tokens/bearer`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
          accept: 'application/json',
        },
        body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI }),
      });
      const { access_token: token } = (await exchanged.json()) as { access_token?: string };
      if (!token) throw new Error(`No access token for ${realmId}.`);
      return token;
    },
  };
}
