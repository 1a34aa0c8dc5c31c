export interface Page {
  status: number;
  headers: Headers;
  location: string | null;
  body: string;
  /** What the page's one form would send, buttons left out. */
  hidden: Record<string, string>;
}

/** As much of a browser as a sign-in meets: it keeps cookies and shows where it is sent, without going there. */
export function openBrowser(baseUrl: string) {
  const cookies = new Map<string, string>();

  async function request(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(new URL(path, baseUrl), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const body = await response.text();
    const inputs = body.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g);
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location'),
      body,
      hidden: Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value])),
    };
  }

  return {
    cookies,
    get: (path: string, headers: Record<string, string> = {}) => request(path, { headers }),
    head: (path: string, headers: Record<string, string> = {}) => request(path, { method: 'HEAD', headers }),
    post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      request(path, { method: 'POST', body: new URLSearchParams(form), headers }),
  };
}
