import type { Authorization, AuthorizationState, SalesChannelsClient } from '@sales-channels/react';

/** An engine with the mistakes the real one must not have: a closed window ends it, and so does any message. */
export function createTrustingEngine(client: SalesChannelsClient): Authorization {
  const listeners = new Set<() => void>();
  let state: AuthorizationState = { status: 'idle' };
  const set = (next: AuthorizationState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  async function open(target: { provider: string }) {
    const name = `trusting-${Math.random()}`;
    const popup = window.open('about:blank', name, 'popup');
    const { startUrl } = await client.startAuthorization({ body: { provider: target.provider } });
    const link = Object.assign(document.createElement('a'), { href: startUrl, target: name });
    link.referrerPolicy = 'origin';
    document.body.append(link);
    link.click();
    set({ status: 'waiting', target, isWindowClosed: false });
    const timer = setInterval(() => {
      if (popup?.closed === false || state.status !== 'waiting') return;
      clearInterval(timer);
      set({ status: 'idle' });
    }, 100);
    window.addEventListener('message', () => set({ status: 'succeeded', connectionId: 'forged' }));
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (target) => void open(target),
    redirect: () => {},
    focus: () => {},
    cancel: () => {},
  };
}
