export type SignInOutcome = 'approved' | 'denied';

const KEY = 'northwind-mock-sign-in';

interface Message {
  authorizationId: string;
  outcome: SignInOutcome;
}

/** Pages of the same site hear what another one stores. */
export function listenForSignIns(onEnd: (message: Message) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY && newValue !== null) onEnd(JSON.parse(newValue) as Message);
  });
}

export const endSignIn = (message: Message): void => localStorage.setItem(KEY, JSON.stringify(message));
