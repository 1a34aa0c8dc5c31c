/** Every address the provider speaks to, as whole URLs or bases without a trailing slash. */
export interface QuickBooksEndpoints {
  /** Stored with every connection; connections of different names never meet. */
  name: 'production' | 'sandbox' | 'emulator';
  /** The page a person's browser is sent to. */
  authorizeUrl: string;
  tokenUrl: string;
  revokeUrl: string;
  /** Base of `/v3/company/…`. */
  apiUrl: string;
  /** Base of the pages people see in the product. */
  appUrl: string;
}

/**
 * An emulator's bases, e.g. `http://127.0.0.1:4400`. The browser may reach it under another host name than the server does,
 * therefore each use has its own.
 */
export interface QuickBooksEmulator {
  name: 'emulator';
  /** Base the browser opens for `/connect/oauth2`. */
  authorizeUrl: string;
  /** Base of `/oauth2/v1/tokens/bearer` and `/v2/oauth2/tokens/revoke`. */
  tokenUrl: string;
  /** Base of `/v3/company/…`. */
  apiUrl: string;
  /** Base of links to documents. Default: `<authorizeUrl>/app`. */
  appUrl?: string;
}

export type QuickBooksEnvironment = 'production' | 'sandbox' | QuickBooksEmulator;

const intuitOAuth = {
  authorizeUrl: 'https://appcenter.intuit.com/connect/oauth2',
  tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
  revokeUrl: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
};

/** Intuit's two environments. The OAuth addresses are the same; keys, API host and product differ. */
export const quickBooksEnvironments: Readonly<Record<'production' | 'sandbox', QuickBooksEndpoints>> = {
  production: {
    name: 'production',
    ...intuitOAuth,
    apiUrl: 'https://quickbooks.api.intuit.com',
    appUrl: 'https://qbo.intuit.com/app',
  },
  sandbox: {
    name: 'sandbox',
    ...intuitOAuth,
    apiUrl: 'https://sandbox-quickbooks.api.intuit.com',
    appUrl: 'https://sandbox.qbo.intuit.com/app',
  },
};

export function resolveEndpoints(environment: QuickBooksEnvironment): QuickBooksEndpoints {
  if (typeof environment === 'string') return quickBooksEnvironments[environment];
  const authorizeBase = base(environment.authorizeUrl);
  const tokenBase = base(environment.tokenUrl);
  return {
    name: 'emulator',
    authorizeUrl: `${authorizeBase}/connect/oauth2`,
    tokenUrl: `${tokenBase}/oauth2/v1/tokens/bearer`,
    revokeUrl: `${tokenBase}/v2/oauth2/tokens/revoke`,
    apiUrl: base(environment.apiUrl),
    appUrl: base(environment.appUrl ?? `${authorizeBase}/app`),
  };
}

const base = (url: string): string => url.replace(/\/+$/, '');
