export interface StubCall {
  url: URL;
  method: string;
  headers: Headers;
  body: string;
}

export type StubAnswer = Response | Error;

/** A `fetch` that answers from a list, or from a function of the call, and keeps what it was asked. */
export function stubFetch(answers: StubAnswer[] | ((call: StubCall) => StubAnswer)) {
  const calls: StubCall[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    const call: StubCall = {
      url: new URL(request.url),
      method: request.method,
      headers: request.headers,
      body: typeof init?.body === 'string' ? init.body : '',
    };
    calls.push(call);
    const answer = Array.isArray(answers) ? answers.shift() : answers(call);
    if (!answer) throw new Error(`No answer prepared for ${request.url}`);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { fetch, calls };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', intuit_tid: '1-abc', ...headers },
  });
}
