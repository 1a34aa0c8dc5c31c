import { z } from 'zod';
import type { CompanyAccess } from './company-access.ts';

const TIMEOUT_MS = 30_000;
const faultSchema = z.object({
  Fault: z.object({ Error: z.array(z.object({ Message: z.string(), Detail: z.string().optional() })) }),
});

export class QuickBooksError extends Error {}

export type QuickBooksApi = ReturnType<typeof createQuickBooksApi>;

/** The few calls Northwind makes with its own hands. */
export function createQuickBooksApi(apiUrl: string) {
  async function send(access: CompanyAccess, token: string, path: string, body?: object): Promise<Response> {
    return fetch(`${apiUrl}/v3/company/${access.realmId}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  async function call<T>(
    access: CompanyAccess,
    schema: z.ZodType<T>,
    path: string,
    body?: object,
  ): Promise<T> {
    const token = await access.getAccessToken();
    let response = await send(access, token, path, body);
    if (response.status === 401)
      response = await send(access, await access.getAccessToken(token), path, body);
    const answer: unknown = await response.json().catch(() => null);
    const fault = faultSchema.safeParse(answer).data?.Fault.Error[0];
    if (!response.ok || fault)
      throw new QuickBooksError(fault?.Detail ?? fault?.Message ?? `QuickBooks answered ${response.status}.`);
    return schema.parse(answer);
  }

  return {
    call,
    /** Every record a query finds, page by page. */
    async query<T>(access: CompanyAccess, entity: string, schema: z.ZodType<T>): Promise<T[]> {
      const size = 1000;
      const page = z.object({ QueryResponse: z.record(z.string(), z.unknown()) });
      const all: T[] = [];
      for (;;) {
        const statement = `SELECT * FROM ${entity} STARTPOSITION ${all.length + 1} MAXRESULTS ${size}`;
        const path = `query?${new URLSearchParams({ query: statement, minorversion: '75' }).toString()}`;
        const { QueryResponse } = await call(access, page, path);
        const found = z.array(schema).parse(QueryResponse[entity] ?? []);
        all.push(...found);
        if (found.length < size) return all;
      }
    },
  };
}
