import { beforeEach } from 'vitest';
import type { Truth } from '../company/truth.ts';
import type { CompanyClient, WireDocument } from './emulator-client.ts';
import { realm, withEmulator } from './with-emulator.ts';

export interface Shown {
  readonly type: string;
  readonly id: string;
  readonly state: string;
  readonly document: WireDocument;
}

/** An emulator as new before each test, a connection to its first company, and what people do with that company's documents. */
export function withDocuments() {
  const emulator = withEmulator();
  let company: CompanyClient;
  beforeEach(async () => {
    await emulator().control('reset', {});
    company = emulator().company(realm, (await emulator().connect(realm)).access_token);
  });

  return {
    emulator,
    company: () => company,

    create: async (body: object) =>
      (await emulator().control<Shown>('documents', { realm, type: 'Invoice', ...body })).body,

    change: (id: string, kind: string, body: object = {}, type = 'Invoice') =>
      emulator().control<Shown>(`documents/${type}/${id}/${kind}?realm=${realm}`, body),

    truth: async (since?: string) => {
      const { text } = await emulator().control(
        `truth?realm=${realm}${since === undefined ? '' : `&since=${since}`}`,
      );
      return text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Truth);
    },

    latest: async () => {
      const { body } = await company.query('select * from Invoice maxresults 1');
      return body.QueryResponse.Invoice?.[0] as WireDocument;
    },
  };
}
