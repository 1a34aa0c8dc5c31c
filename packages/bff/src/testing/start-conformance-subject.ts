import type {
  CompanyEntry,
  ConformanceBusiness,
  ConformanceSubject,
  SessionChange,
} from '@sales-channels/contract/conformance';
import {
  ALLOWED_ORIGIN,
  CONFORMANCE_PRODUCTS,
  MAX_LOOK_BACK_DAYS,
  USUAL_ENTITLEMENTS,
} from '@sales-channels/contract/conformance';
import type { HostConnection } from '../options.ts';
import type { ProviderSale } from '../provider/provider-sale.ts';
import { openBrowser } from './browser.ts';
import type { GrantProvider } from './grant-provider.ts';
import { createGrantProvider } from './grant-provider.ts';
import type { ScriptedProvider } from './scripted-provider.ts';
import { createScriptedProvider, scriptedSale } from './scripted-provider.ts';
import { hostConnection, signSession, startTestBff, testSession } from './start-test-bff.ts';

const BFF = 'https://bff.example.com';

/** The BFF with its worker, database and scripted companies, to be held against the contract. */
export async function startConformanceSubject(databaseUri: string) {
  const companies = new Map<string, ScriptedProvider>();
  const connections: Record<string, HostConnection[]> = {};
  const provider = createCompanyProvider(companies);
  const test = await startTestBff({
    databaseUri,
    provider,
    connections,
    maxLookBackDays: MAX_LOOK_BACK_DAYS,
    products: {
      search: async (_, text) =>
        CONFORMANCE_PRODUCTS.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())),
      find: async (_, ids) => CONFORMANCE_PRODUCTS.filter(({ id }) => ids.includes(id)),
    },
  });
  await test.bff.worker.start();
  let count = 0;

  const newBusiness = async (): Promise<ConformanceBusiness> => {
    const number = (count += 1);
    const business = { id: `business-${number}`, name: `Business ${number}` };
    const realmIds = [`${number}001`, `${number}002`, `${number}003`] as const;
    const gate = createGate();
    for (const realmId of realmIds) {
      const company = createScriptedProvider();
      company.before = gate.pass;
      companies.set(realmId, company);
    }
    const lent: HostConnection[] = (connections[business.id] = []);
    const sign = ({ permissions, entitlements, ...said }: SessionChange = {}, seconds?: number) =>
      signSession(
        testSession({
          ...said,
          business,
          allowedOrigins: [ALLOWED_ORIGIN],
          entitlements: { ...USUAL_ENTITLEMENTS, ...entitlements },
          ...(permissions && { permissions: [...permissions] }),
        }),
        seconds,
      );
    return {
      baseUrl: test.baseUrl,
      realmIds,
      token: sign,
      expiredToken: () => sign({}, -60),
      lend: (realmId) => void lent.push(hostConnection(realmId)),
      write: (realmId, entries) => companies.get(realmId)?.documents.push(...entries.map(documentOf)),
      signIn: (started, answer) =>
        signInAt(test.baseUrl, started, answer === 'denied' ? { error: 'access_denied' } : answer),
      hold: gate.hold,
      release: gate.release,
    };
  };

  const subject: ConformanceSubject = { provider: provider.id, newBusiness };
  return { subject, stop: () => test.stop() };
}

/** A provider whose companies have each their own books. */
function createCompanyProvider(companies: ReadonlyMap<string, ScriptedProvider>): GrantProvider {
  const booksOf = ({ realmId }: { realmId: string }): ScriptedProvider => {
    const books = companies.get(realmId);
    if (!books) throw new Error(`There is no company ${realmId}.`);
    return books;
  };
  return {
    ...createGrantProvider(),
    count: (access, query) => booksOf(access).count(access, query),
    pageSince: (access, query) => booksOf(access).pageSince(access, query),
    updatedSince: (access, query) => booksOf(access).updatedSince(access, query),
    documentsById: (access, query) => booksOf(access).documentsById(access, query),
    changesSince: (access, query) => booksOf(access).changesSince(access, query),
  };
}

/** Lets calls through, or keeps them waiting. */
function createGate() {
  let open = Promise.resolve();
  let release = () => {};
  return {
    pass: () => open,
    hold: () => {
      open = new Promise((resolve) => (release = resolve));
    },
    release: () => release(),
  };
}

async function signInAt(
  baseUrl: string,
  { id, startUrl }: { id: string; startUrl: string },
  answer: { realmId: string } | { error: string },
): Promise<void> {
  const browser = openBrowser(baseUrl);
  await browser.get(startUrl.slice(BFF.length), { referer: `${ALLOWED_ORIGIN}/` });
  const form = { authorizationId: id, answer: 'continue' };
  const { location } = await browser.post('/connect/continue', form, { origin: BFF });
  const state = new URL(location ?? '').searchParams.get('state') ?? '';
  const query = new URLSearchParams({ state, ...('realmId' in answer && { code: 'c-1' }), ...answer });
  await browser.get(`/connect/callback?${query.toString()}`);
}

function documentOf({ total, customerName, ...entry }: CompanyEntry): ProviderSale {
  const amount = total.replace('-', '');
  const at = new Date();
  return scriptedSale(entry.externalId, {
    ...entry,
    total: amount,
    customer: customerName === null ? null : { externalId: '1', name: customerName },
    createdAt: at,
    updatedAt: at,
  });
}
