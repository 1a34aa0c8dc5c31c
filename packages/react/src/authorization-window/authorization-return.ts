const PARAMETER = 'sc_authorization';
/** What the API takes at most. */
const LONGEST = 2_000;

/** Where a full-page sign-in comes back to: this page, without what an earlier return left in its address. */
export function returnAddress(href: string): string {
  const url = new URL(href);
  url.searchParams.delete(PARAMETER);
  return url.href.length <= LONGEST ? url.href : url.origin + url.pathname;
}

/** The sign-in a full-page redirect came back from, once: it is taken out of the address. Null when there is none. */
export function takeAuthorizationReturn(host: Window): string | null {
  const url = new URL(host.location.href);
  const authorizationId = url.searchParams.get(PARAMETER);
  if (authorizationId === null) return null;
  url.searchParams.delete(PARAMETER);
  host.history.replaceState(host.history.state, '', url);
  return authorizationId === '' ? null : authorizationId;
}
