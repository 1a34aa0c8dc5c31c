const redirectUri = 'http://localhost:9/callback';

/** Goes through the authorisation form as a person would and exchanges the code; returns the access token. */
export async function authorize(url: string, realmId: string): Promise<string> {
  await post(`${url}/control/apps`, { redirectUris: [redirectUri] });
  const form = new URLSearchParams({
    client_id: 'emulator-client',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'com.intuit.quickbooks.accounting',
    state: 'bench',
    realmId,
    decision: 'approve',
  });
  const approved = await fetch(`${url}/connect/oauth2`, { method: 'POST', body: form, redirect: 'manual' });
  const code = new URL(approved.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const response = await fetch(`${url}/oauth2/v1/tokens/bearer`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('emulator-client:emulator-secret').toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

export function post(url: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}
