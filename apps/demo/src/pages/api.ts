/** A request Northwind's backend did not carry out, in words for people. */
export class RequestRefused extends Error {}

/** Asks Northwind's own backend. */
export async function callApi<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(`/api/${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new RequestRefused('Northwind cannot be reached. Is the demo still running?', { cause });
  });
  const answer = (await response.json().catch(() => ({}))) as T & { message?: string };
  if (!response.ok) throw new RequestRefused(answer.message ?? 'Something went wrong.');
  return answer;
}
