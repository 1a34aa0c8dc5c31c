import { BUSINESS_HEADER } from '../wire/account.ts';

/** A request Northwind's backend did not carry out, in words for people. */
export class RequestRefused extends Error {}

/** Asks Northwind's own backend, for the business the page shows; null while the page does not know which. */
export async function callApi<T>(businessId: string | null, path: string, body?: object): Promise<T> {
  const response = await fetch(`/api/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(businessId !== null && { [BUSINESS_HEADER]: businessId }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new RequestRefused('Northwind cannot be reached. Is the demo still running?', { cause });
  });
  const answer = (await response.json().catch(() => ({}))) as T & { message?: string };
  if (!response.ok) throw new RequestRefused(answer.message ?? 'Something went wrong.');
  return answer;
}
