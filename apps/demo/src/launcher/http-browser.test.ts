import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpBrowser } from './http-browser.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A site with a form that wants its cookie back and answers with a redirect. */
async function serveSite() {
  const posts: { body: string; cookie: string | undefined; origin: string | undefined }[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      void text(request).then((body) => {
        posts.push({ body, cookie: request.headers.cookie, origin: request.headers.origin });
        response.writeHead(303, { location: '/end' }).end();
      });
    } else if (request.url === '/start') {
      response.setHeader('set-cookie', 'sid=a=b; Path=/; HttpOnly');
      response.end(
        '<form action="/go?x=1&amp;y=2" method="post"><input type="hidden" name="state" value="&quot;1&amp;2&quot;"></form>',
      );
    } else response.end(`${request.headers.host} ${request.url}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { origin: `http://site.localhost:${port}`, posts };
}

describe('createHttpBrowser', () => {
  it('signs in as a browser would: cookies, hidden fields, origin, redirects, names of this machine', async () => {
    const { origin, posts } = await serveSite();
    const browser = createHttpBrowser();
    const page = await browser.open(`${origin}/start`);
    const end = await browser.submit(page, { decision: 'approve' });
    expect(posts).toEqual([{ body: 'state=%221%262%22&decision=approve', cookie: 'sid=a=b', origin }]);
    expect(end).toMatchObject({ status: 200, url: `${origin}/end` });
    expect(end.html).toContain('site.localhost');
  });

  it('says which page has no form', async () => {
    const { origin } = await serveSite();
    const browser = createHttpBrowser();
    const page = await browser.open(`${origin}/nothing`);
    expect(() => browser.submit(page, {})).toThrow(`${origin}/nothing (200) has no form`);
  });
});
