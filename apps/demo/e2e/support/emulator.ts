import type { Demo } from '../../src/launcher/start-demo.ts';

export type DocumentType = 'Invoice' | 'SalesReceipt' | 'CreditMemo';

interface EmulatedDocument {
  type: DocumentType;
  id: string;
}

/** What people do inside QuickBooks, in one company of the emulator. */
export function emulatedCompany({ places }: Demo, realm: string) {
  async function control<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${places.emulator.url}/control/${path}`, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  const change = (type: DocumentType, id: string, how: string, body: object = {}) =>
    control(`documents/${type}/${id}/${how}?realm=${realm}`, body);

  return {
    create: (type: DocumentType, sale: object) =>
      control<EmulatedDocument>('documents', { realm, type, ...sale }),
    edit: (type: DocumentType, id: string, sale: object) => change(type, id, 'edit', sale),
    pay: (type: DocumentType, id: string) => change(type, id, 'pay'),
    redate: (type: DocumentType, id: string, txnDate: string) => change(type, id, 'date', { txnDate }),
    void: (type: DocumentType, id: string) => change(type, id, 'void'),
    delete: (type: DocumentType, id: string) => change(type, id, 'delete'),
    /** Somebody disconnects the app inside this company. */
    revoke: () => control('revoke', { realm }),
    /** Has the next `times` queries refused, as when the app may not read this company. */
    refuseQueries: (times: number) => control('faults', { kind: '403', realm, match: 'query', times }),
    /** Has the next question for changes answered late, so that a sync lasts long enough to be met. */
    delayChanges: (delaySeconds: number) =>
      control('faults', { kind: 'slow', realm, match: 'cdc', delaySeconds }),
    /** Reads the service would bill for, and requests to its token endpoint. */
    counters: () => control<{ metered: number; byKind: Record<string, number> }>(`counters?realm=${realm}`),
    /** Requests to the token endpoint, for whichever company. */
    tokenCalls: async () =>
      (await control<{ byKind: Record<string, number> }>('counters')).byKind['token'] ?? 0,
  };
}
