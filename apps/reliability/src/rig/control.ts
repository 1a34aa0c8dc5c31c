/** Asks the emulator's control API; `body` makes it a POST. */
export type Control = <T>(path: string, body?: object) => Promise<T>;

/** The control API refused: what was asked makes no sense there, e.g. paying what is paid. */
export class ControlRefused extends Error {
  readonly status: number;

  constructor(path: string, status: number, text: string) {
    super(`${path}: ${status} ${text}`);
    this.status = status;
  }
}

export function createControl(emulatorUrl: string): Control {
  return async <T>(path: string, body?: object): Promise<T> => {
    const response = await fetch(`${emulatorUrl}/control/${path}`, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new ControlRefused(path, response.status, text);
    return JSON.parse(text) as T;
  };
}
