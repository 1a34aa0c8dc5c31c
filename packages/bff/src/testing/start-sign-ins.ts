import { createHash } from 'node:crypto';
import type { StartAuthorization } from '@sales-channels/contract';
import type { SalesChannelsBffOptions } from '../options.ts';
import type { Session } from '../session/session.ts';
import { openBrowser } from './browser.ts';
import { createGrantProvider } from './grant-provider.ts';
import { startTestBff, testSession } from './start-test-bff.ts';

type Browser = ReturnType<typeof openBrowser>;
export const HOST = 'https://app.example.com';
export const BFF = 'https://bff.example.com';

/** A BFF to sign in at, its clock, and the steps of a sign-in as a browser takes them. */
export async function startSignIns(
  options: Partial<SalesChannelsBffOptions> &
    Pick<Parameters<typeof startTestBff>[0], 'connections'> & {
      databaseUri: string;
    },
) {
  const time = { ahead: 0 };
  const clock = () => new Date(Date.now() + time.ahead);
  const provider = createGrantProvider(clock);
  const test = await startTestBff({ ...options, provider, clock });

  const start = (session: Session = testSession(), input: Partial<StartAuthorization> = {}) =>
    test.clientOf(session).startAuthorization({ body: { provider: 'scripted', ...input } });

  /** Opens our page as the host's page does. */
  const open = (
    browser: Browser,
    startUrl: string,
    headers: Record<string, string> = { referer: `${HOST}/` },
  ) => browser.get(startUrl.slice(BFF.length), headers);

  /** Presses a button on our page. */
  const press = (browser: Browser, authorizationId: string, answer = 'continue', origin = BFF) =>
    browser.post('/connect/continue', { authorizationId, answer }, { origin });

  /** Comes back from the provider. */
  const comeBack = (browser: Browser, answer: Record<string, string>) =>
    browser.get(`/connect/callback?${new URLSearchParams(answer).toString()}`);

  return {
    ...test,
    provider,
    time,
    start,
    open,
    press,
    comeBack,
    newBrowser: () => openBrowser(test.baseUrl),

    /** A sign-in that has come as far as the provider's page. */
    async leave(session: Session = testSession(), input: Partial<StartAuthorization> = {}) {
      const browser = openBrowser(test.baseUrl);
      const { id, startUrl } = await start(session, input);
      await open(browser, startUrl);
      const { location } = await press(browser, id);
      const state = new URL(location ?? '').searchParams.get('state') ?? '';
      const status = () => test.clientOf(session).getAuthorization({ params: { authorizationId: id } });
      return { id, startUrl, browser, state, status };
    },

    /** Changes with every write to what sign-ins may write to. */
    async fingerprint(...names: string[]): Promise<string> {
      const hash = createHash('sha256');
      for (const name of names.length > 0
        ? names
        : ['authorizations', 'connections', 'businesses', 'channels'])
        hash.update(JSON.stringify(await test.database.collection(name).find().sort({ _id: 1 }).toArray()));
      return hash.digest('hex');
    },
  };
}
