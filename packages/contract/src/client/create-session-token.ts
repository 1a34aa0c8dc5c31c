/** The token all calls of a client share. */
export interface SessionToken {
  /** The token there is, or a new one. Calls at the same time wait for the same one. */
  get(): Promise<string>;
  /** Forgets a token that has expired; one that has replaced it already stays. */
  forget(expired: string): void;
}

export function createSessionToken(getToken: () => Promise<string> | string): SessionToken {
  let current: Promise<string> | null = null;
  let known: string | null = null;

  const ask = async () => (known = await getToken());
  return {
    get: () => {
      current ??= ask().finally(() => {
        if (known === null) current = null;
      });
      return current;
    },
    forget: (expired) => {
      if (known !== expired) return;
      known = null;
      current = null;
    },
  };
}
