import type { SalesChannelsClient } from '@sales-channels/contract/client';

/** The page of the host that people begin to sign in from. */
export const HOST_ORIGIN = 'https://app.example.com';

/** A sign-in that did not end in a connection. */
export class SignInFailed extends Error {}

interface SignInOptions {
  client: SalesChannelsClient;
  /** Where the server is really reached, in place of its public address. */
  serverUrl: string;
  publicUrl: string;
  realmId: string;
  connectionId?: string;
}

/**
 * Signs in to a company as a person does in a browser: our page, the emulator's, and back.
 * @returns the connection's id. @throws SignInFailed
 */
export async function signIn(options: SignInOptions): Promise<string> {
  const { client, serverUrl, publicUrl, realmId, connectionId } = options;
  const cookies = new Map<string, string>();
  const here = (address: string) => address.replace(publicUrl, serverUrl);

  async function visit(address: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  }

  const { id, startUrl } = await client.startAuthorization({
    body: { provider: 'quickbooks', ...(connectionId !== undefined && { connectionId }) },
  });
  const first = await visit(here(startUrl), { headers: { referer: `${HOST_ORIGIN}/` } });
  const left = await visit(`${serverUrl}/connect/continue`, {
    method: 'POST',
    headers: { origin: publicUrl },
    body: new URLSearchParams({ authorizationId: id, answer: 'continue' }),
  });
  const location = left.headers.get('location');
  if (location === null)
    throw new SignInFailed(
      `Our pages answer ${first.status} and ${left.status}: ${(await left.text()).slice(-400)}`,
    );
  const page = new URL(location);
  const approved = await fetch(`${page.origin}${page.pathname}`, {
    method: 'POST',
    body: new URLSearchParams({ ...Object.fromEntries(page.searchParams), realmId, decision: 'approve' }),
    redirect: 'manual',
  });
  const back = await visit(here(approved.headers.get('location') ?? ''), {});
  const {
    status,
    connectionId: made,
    problem,
  } = await client.getAuthorization({
    params: { authorizationId: id },
  });
  if (status !== 'succeeded' || made === null)
    throw new SignInFailed(`The sign-in ended ${status}, ${problem?.code ?? ''} (${back.status}).`);
  return made;
}
