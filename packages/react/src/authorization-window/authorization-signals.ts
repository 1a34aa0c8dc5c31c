/** The type of the message, and the name of the channel it is broadcast on. */
export const SIGNAL = 'sales-channels:authorization';

interface SignalOptions {
  authorizationId: string;
  /** Where the sign-in page lives; a message from elsewhere is not heard. */
  origin: string;
  /** The window that was opened; a message from another is not heard. */
  source: Window;
  /** Stops listening. */
  signal: AbortSignal;
  onSignal: () => void;
}

/**
 * Hears that a sign-in has moved on. A signal is only a reason to ask the server sooner: it carries no result, and may never
 * come (an opener policy severs the windows; broadcasts reach one origin only).
 */
export function listenForSignals(host: Window, options: SignalOptions): void {
  const { authorizationId, origin, source, signal, onSignal } = options;
  const isOurs = (data: unknown) =>
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === SIGNAL &&
    'authorizationId' in data &&
    data.authorizationId === authorizationId;

  host.addEventListener(
    'message',
    (event) => {
      if (event.origin === origin && event.source === source && isOurs(event.data)) onSignal();
    },
    { signal },
  );
  // Coming back to the page is the moment the answer is most likely there.
  host.addEventListener('focus', onSignal, { signal });

  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(SIGNAL);
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isOurs(event.data)) onSignal();
  });
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
