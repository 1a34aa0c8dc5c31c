/** How long a server is waited for. */
export interface Patience {
  /** Aborts when it has run out. */
  signal: AbortSignal;
  /** Begins anew. */
  renew(): void;
  end(): void;
}

export function createPatience(ms: number): Patience {
  const abort = new AbortController();
  const start = () =>
    setTimeout(() => abort.abort(new DOMException('It took too long.', 'TimeoutError')), ms);
  let timer = start();
  const end = () => clearTimeout(timer);
  return {
    signal: abort.signal,
    renew: () => {
      end();
      timer = start();
    },
    end,
  };
}
