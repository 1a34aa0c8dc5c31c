import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Page {
  url: string;
  status: number;
  html: string;
}

const MAX_REDIRECTS = 10;

/**
 * As much of a browser as it takes to sign in on pages without scripts: cookies, redirects, forms. Every name is looked for on
 * this machine, as Chromium does with `*.localhost`.
 */
export function createHttpBrowser() {
  const cookies = new Map<string, Map<string, string>>();

  async function load(url: URL, form: URLSearchParams | null, from: URL | null): Promise<IncomingMessage> {
    const jar = cookies.get(url.hostname) ?? new Map<string, string>();
    cookies.set(url.hostname, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form?.toString();
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(
        url,
        {
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            accept: 'text/html',
            ...(cookie && { cookie }),
            ...(from && { referer: `${from.origin}/` }),
            ...(body !== undefined && {
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': Buffer.byteLength(body),
              ...(from && { origin: from.origin }),
            }),
          },
          lookup: (_name, options, done) =>
            options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
        },
        resolve,
      );
      sent.on('error', reject);
      sent.end(body);
    });
    for (const line of response.headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  async function visit(address: string, form: URLSearchParams | null, from: string | null): Promise<Page> {
    let url = new URL(address);
    let response = await load(url, form, from === null ? null : new URL(from));
    for (let count = 0; response.headers.location !== undefined; count += 1) {
      if (count === MAX_REDIRECTS) throw new Error(`${address} redirects without end.`);
      response.resume();
      const previous = url;
      url = new URL(response.headers.location, url);
      response = await load(url, null, previous);
    }
    return { url: url.href, status: response.statusCode ?? 0, html: await text(response) };
  }

  return {
    /** @param from the page with the link */
    open: (url: string, from: string | null = null): Promise<Page> => visit(url, null, from),

    /** Sends the page's form with `values` put into it. */
    submit(page: Page, values: Record<string, string>): Promise<Page> {
      const [, attributes = '', content = ''] = /<form\b([^>]*)>(.*?)<\/form>/s.exec(page.html) ?? [];
      if (attributes === '')
        throw new Error(`${page.url} (${page.status}) has no form: ${page.html.slice(0, 500)}`);
      const hidden = [...content.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
        attribute(input, 'name'),
        attribute(input, 'value'),
      ]);
      const form = new URLSearchParams({ ...Object.fromEntries(hidden), ...values });
      return visit(new URL(attribute(attributes, 'action'), page.url).href, form, page.url);
    },
  };
}

function attribute(markup: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(markup)?.[1] ?? '';
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
