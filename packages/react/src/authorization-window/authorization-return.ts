const PARAMETER = 'sc_authorization';
/** What the API takes at most. */
const LONGEST = 2_000;

/** Where a full-page sign-in comes back to: this page, without what an earlier return left in its address. */
export function returnAddress(href: string): string {
  const url = new URL(href);
  url.searchParams.delete(PARAMETER);
  return url.href.length <= LONGEST ? url.href : url.origin + url.pathname;
}

/** A full-page sign-in this page is the return from. */
export interface AuthorizationReturn {
  authorizationId: string;
  /** The connection that was to be reconnected; null for a new one, and where the browser keeps nothing for the page. */
  reconnects: string | null;
}

const noteOf = (authorizationId: string) => `sales-channels:reconnects:${authorizationId}`;

/** Notes, for the return, which connection a sign-in is to reconnect: one that failed does not say. */
export function noteReconnect(host: Window, authorizationId: string, connectionId: string): void {
  try {
    host.sessionStorage.setItem(noteOf(authorizationId), connectionId);
  } catch {
    // Storage is denied or full: the return is then taken for that of a new connection.
  }
}

function takeNote(host: Window, authorizationId: string): string | null {
  try {
    const connectionId = host.sessionStorage.getItem(noteOf(authorizationId));
    host.sessionStorage.removeItem(noteOf(authorizationId));
    return connectionId;
  } catch {
    return null;
  }
}

/** Whether this page is the return from a full-page sign-in that nobody took yet. */
export const isAuthorizationReturn = (host: Window): boolean =>
  new URL(host.location.href).searchParams.has(PARAMETER);

/** The sign-in a full-page redirect came back from, once: it is taken out of the address. Null when there is none. */
export function takeAuthorizationReturn(host: Window): AuthorizationReturn | null {
  const url = new URL(host.location.href);
  const authorizationId = url.searchParams.get(PARAMETER);
  if (authorizationId === null) return null;
  url.searchParams.delete(PARAMETER);
  host.history.replaceState(host.history.state, '', url);
  return authorizationId === '' ? null : { authorizationId, reconnects: takeNote(host, authorizationId) };
}
