/** The app Northwind has registered at Intuit, and where QuickBooks is. */
export interface QuickBooksApp {
  clientId: string;
  clientSecret: string;
  /** Where the sign-in comes back to; registered with the app. */
  redirectUri: string;
  /** The page a browser opens. */
  authorizeUrl: string;
  tokenUrl: string;
  /** Base of `/v3/company/…`. */
  apiUrl: string;
}

export type QuickBooksPlace = Pick<QuickBooksApp, 'authorizeUrl' | 'tokenUrl' | 'apiUrl'>;

/** Intuit's own addresses. */
export function intuit(environment: 'sandbox' | 'production'): QuickBooksPlace {
  const host = environment === 'production' ? 'quickbooks' : 'sandbox-quickbooks';
  return {
    authorizeUrl: 'https://appcenter.intuit.com/connect/oauth2',
    tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
    apiUrl: `https://${host}.api.intuit.com`,
  };
}

/** An emulator, which the browser may know under another name than this backend does. */
export const emulatorAt = (url: string, browserUrl: string): QuickBooksPlace => ({
  authorizeUrl: `${browserUrl}/connect/oauth2`,
  tokenUrl: `${url}/oauth2/v1/tokens/bearer`,
  apiUrl: url,
});
