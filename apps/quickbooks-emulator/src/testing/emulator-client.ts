import type { Json } from '../company/render-sale.ts';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly x_refresh_token_expires_in: number;
  readonly x_refresh_token_hard_expires_in?: number;
}

export interface Answer<Body = Json> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined when it is no JSON. */
  readonly body: Body;
}

const clientId = 'emulator-client';
const redirectUri = 'http://localhost:4300/connections/callback';
const basic = `Basic ${Buffer.from(`${clientId}:emulator-secret`).toString('base64')}`;

export const authorizationParameters = {
  client_id: clientId,
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'com.intuit.quickbooks.accounting',
  state: 'state-1',
};

/** Talks to an emulator as an app would, and to its control API; plain HTTP throughout. */
export function createEmulatorClient(url: string) {
  const submitForm = (fields: Record<string, string>) =>
    fetch(`${url}/connect/oauth2`, {
      method: 'POST',
      body: new URLSearchParams({ ...authorizationParameters, decision: 'approve', ...fields }),
      redirect: 'manual',
    });

  const token = async <Body = Tokens>(form: Record<string, string>, headers: Record<string, string> = {}) =>
    answerOf<Body>(
      await fetch(`${url}/oauth2/v1/tokens/bearer`, {
        method: 'POST',
        headers: { authorization: basic, accept: 'application/json', ...headers },
        body: new URLSearchParams(form),
      }),
    );

  const authorize = async (realmId: string): Promise<string> => {
    const response = await submitForm({ realmId });
    return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
  };

  const exchange = (code: string) =>
    token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });

  return {
    url,
    redirectUri,
    submitForm,
    token,
    authorize,
    exchange,
    connect: async (realmId: string): Promise<Tokens> => (await exchange(await authorize(realmId))).body,
    refresh: <Body = Tokens>(refreshToken: string, headers?: Record<string, string>) =>
      token<Body>({ grant_type: 'refresh_token', refresh_token: refreshToken }, headers),
    revoke: async (revoked: string) =>
      answerOf(
        await fetch(`${url}/v2/oauth2/tokens/revoke`, {
          method: 'POST',
          headers: { authorization: basic, 'content-type': 'application/json' },
          body: JSON.stringify({ token: revoked }),
        }),
      ),
    /** A request to the control API: a GET without body, else a POST. */
    control: async <Body = Json>(path: string, body?: unknown): Promise<Answer<Body>> =>
      answerOf<Body>(
        await fetch(`${url}/control/${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          ...(body !== undefined && {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
        }),
      ),
    company: (realmId: string, accessToken: string) => createCompanyClient(url, realmId, accessToken),
  };
}

export type EmulatorClient = ReturnType<typeof createEmulatorClient>;

interface DataRequest {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

function createCompanyClient(url: string, realmId: string, accessToken: string) {
  const get = async <Body = Json>(path: string, init: DataRequest = {}): Promise<Answer<Body>> =>
    answerOf<Body>(
      await fetch(`${url}/v3/company/${realmId}/${path}`, {
        ...init,
        headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json', ...init.headers },
      }),
    );
  const query = <Body = QueryBody>(statement: string) =>
    get<Body>(`query?query=${encodeURIComponent(statement)}&minorversion=75`);
  return { get, query };
}

export type CompanyClient = ReturnType<typeof createCompanyClient>;

/** A document on the wire, as far as tests look into it. */
export interface WireDocument {
  readonly Id: string;
  readonly SyncToken: string;
  readonly status?: string;
  readonly domain: string;
  readonly sparse?: boolean;
  readonly DocNumber?: string;
  readonly TxnDate: string;
  readonly MetaData: { readonly CreateTime: string; readonly LastUpdatedTime: string };
  readonly CurrencyRef: { readonly value: string };
  readonly CustomerRef?: { readonly value: string; readonly name: string };
  readonly Line: readonly WireLine[];
  readonly TxnTaxDetail: { readonly TotalTax: number };
  readonly TotalAmt: number;
  readonly Balance: number;
  readonly PrivateNote?: string;
  readonly EmailStatus: string;
  readonly LinkedTxn?: readonly { readonly TxnId: string; readonly TxnType: string }[];
}

export interface WireLine {
  readonly DetailType: string;
  readonly Amount?: number;
  readonly SalesItemLineDetail?: {
    readonly ItemRef: { readonly value: string };
    readonly Qty?: number;
    readonly UnitPrice?: number;
  };
  readonly GroupLineDetail?: { readonly Line: readonly WireLine[] };
  readonly DiscountLineDetail?: { readonly PercentBased: boolean };
}

export interface QueryBody {
  readonly QueryResponse: {
    readonly Invoice?: readonly WireDocument[];
    readonly SalesReceipt?: readonly WireDocument[];
    readonly CreditMemo?: readonly WireDocument[];
    readonly startPosition?: number;
    readonly maxResults?: number;
    readonly totalCount?: number;
  };
  readonly time: string;
}

export interface FaultBody {
  readonly Fault: {
    readonly Error: readonly { readonly code: string; readonly Detail: string }[];
    readonly type: string;
  };
}

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) as Body };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
