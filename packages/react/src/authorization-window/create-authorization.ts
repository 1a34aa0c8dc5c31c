import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { listenForSignals } from './authorization-signals.ts';
import { noteReconnect, returnAddress } from './authorization-return.ts';
import { followLink } from './follow-link.ts';
import { isWebview } from './is-webview.ts';
import type { AuthorizationFailure, AuthorizationOutcome } from './poll-authorization.ts';
import { failureOf, pollAuthorization } from './poll-authorization.ts';
import type { Popup } from './popup.ts';
import { openPopup } from './popup.ts';

/** What is signed in to. */
export interface AuthorizationTarget {
  /** Id of a provider of the context, e.g. `quickbooks`. */
  provider: string;
  /** Reconnects this connection; without it a new one is made. */
  connectionId?: string;
}

export type AuthorizationState =
  | { status: 'idle' }
  /** The window is open and empty; the server is being asked where to go. */
  | { status: 'starting'; target: AuthorizationTarget }
  /** The browser opened no window: offer `redirect`. */
  | { status: 'blocked'; target: AuthorizationTarget }
  | { status: 'redirecting'; target: AuthorizationTarget }
  /** A closed window is not an answer: the sign-in may still end well. */
  | { status: 'waiting'; target: AuthorizationTarget; isWindowClosed: boolean }
  | { status: 'succeeded'; connectionId: string }
  | { status: 'failed'; failure: AuthorizationFailure };

/** A sign-in at an accounting system, in a window of its own or in the whole page. It has no UI. */
export interface Authorization {
  getState: () => AuthorizationState;
  subscribe: (listener: () => void) => () => void;
  /**
   * Opens the window and begins. Call it straight from the click handler. Also begins anew while one is waiting. In an app's web
   * view, which has no windows, it is `redirect`.
   */
  open: (target: AuthorizationTarget) => void;
  /**
   * Begins in the whole page, which comes back to its own address with `sc_authorization` added: `resumeAuthorization` takes it
   * from there. A page in a frame comes back without its frame, since sign-in pages can be shown in none.
   */
  redirect: (target: AuthorizationTarget) => void;
  /** Brings the window to the front. */
  focus: () => void;
  /** Stops waiting. A sign-in that ends well all the same leaves its connection. */
  cancel: () => void;
}

/** Milliseconds between looks at the window. */
const LOOK_EVERY = 500;

/**
 * Signs in without any UI, and without React. What the server says is the outcome; windows and messages only tell when to ask.
 * @param client talks to the BFF for one business.
 * @param host the window of the page, whose click opens the other one.
 */
export function createAuthorization(
  client: SalesChannelsClient,
  host: Window = globalThis.window,
): Authorization {
  const listeners = new Set<() => void>();
  let state: AuthorizationState = { status: 'idle' };
  let session = new AbortController();
  let popup: Popup | null = null;
  let latest = '';

  const set = (next: AuthorizationState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const end = () => {
    session.abort();
    session = new AbortController();
    popup?.close();
    popup = null;
  };

  function settle(authorizationId: string, outcome: AuthorizationOutcome) {
    // An earlier attempt may still succeed; that it failed says nothing of the present one.
    if (outcome.failure && authorizationId !== latest) return;
    end();
    set(
      outcome.failure
        ? { status: 'failed', failure: outcome.failure }
        : { status: 'succeeded', connectionId: outcome.connectionId },
    );
  }

  function wait(authorizationId: string) {
    latest = authorizationId;
    const poll = pollAuthorization(client, authorizationId, session.signal);
    poll.outcome.then(
      (outcome) => settle(authorizationId, outcome),
      () => {},
    );
    return poll;
  }

  function watchWindow(opened: Popup) {
    const timer = host.setInterval(() => {
      if (!opened.window.closed) return;
      host.clearInterval(timer);
      if (popup === opened && state.status === 'waiting') set({ ...state, isWindowClosed: true });
    }, LOOK_EVERY);
    session.signal.addEventListener('abort', () => host.clearInterval(timer), { once: true });
  }

  async function begin(target: AuthorizationTarget, returnTo?: string) {
    const { signal } = session;
    const { provider, connectionId } = target;
    try {
      return await client.startAuthorization(
        { body: { provider, ...(connectionId && { connectionId }), ...(returnTo && { returnTo }) } },
        { signal },
      );
    } catch (error) {
      if (signal.aborted) return null;
      end();
      set({ status: 'failed', failure: failureOf(error) });
      return null;
    }
  }

  async function openIn(opened: Popup, target: AuthorizationTarget) {
    const { signal } = session;
    set({ status: 'starting', target });
    const started = await begin(target);
    if (!started || signal.aborted) return opened.close();
    opened.navigate(started.startUrl);
    const poll = wait(started.id);
    listenForSignals(host, {
      authorizationId: started.id,
      origin: new URL(started.startUrl).origin,
      source: opened.window,
      signal,
      onSignal: poll.hurry,
    });
    watchWindow(opened);
    set({ status: 'waiting', target, isWindowClosed: false });
  }

  async function redirect(target: AuthorizationTarget) {
    const { signal } = session;
    set({ status: 'redirecting', target });
    const started = await begin(target, returnAddress(host.location.href));
    if (!started || signal.aborted) return;
    if (target.connectionId !== undefined) noteReconnect(host, started.id, target.connectionId);
    // Back from the sign-in page the browser may show this page as it was left.
    host.addEventListener('pageshow', (event) => event.persisted && cancel(), { signal });
    followLink(host, started.startUrl, '_top');
  }

  /** In the whole page, unless that is under way already. */
  const goThere = (target: AuthorizationTarget) => {
    if (state.status !== 'redirecting') void redirect(target);
  };

  function cancel() {
    end();
    if (state.status !== 'idle') set({ status: 'idle' });
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (target) => {
      if (state.status === 'starting' || state.status === 'redirecting') return;
      if (isWebview(host.navigator.userAgent)) return goThere(target);
      const opened = openPopup(host);
      if (!opened) return set({ status: 'blocked', target });
      popup?.close();
      popup = opened;
      void openIn(opened, target);
    },
    redirect: goThere,
    focus: () => popup?.focus(),
    cancel,
  };
}
