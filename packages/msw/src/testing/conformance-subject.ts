import type { Permission } from '@sales-channels/contract';
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
import { addConnection } from '../world/authorizations.ts';
import { addDays } from '../world/calendar.ts';
import { createWorld } from '../world/create-world.ts';
import type { CompanyDocument, World } from '../world/world.ts';

const permissions: readonly Permission[] = ['read', 'sync', 'manage', 'manual_sales'];

/** The mock API to hold against the contract; `worldOf` finds the business a request is about by its token. */
export function createConformanceSubject(baseUrl: string, prepare: (world: World) => void = () => {}) {
  const sessions = new Map<string, { world: World; change: SessionChange }>();
  let count = 0;
  let newest = createWorld('empty');

  const newBusiness = async (): Promise<ConformanceBusiness> => {
    const number = (count += 1);
    const world = createConformanceWorld(number);
    prepare(world);
    newest = world;
    const token = async (change: SessionChange = {}) => {
      const name = `token-${number}-${JSON.stringify(change).replaceAll(/[^\w]/g, '')}`;
      sessions.set(name, { world, change });
      return name;
    };
    return {
      baseUrl,
      realmIds: [`${number}-1`, `${number}-2`, `${number}-3`],
      token,
      expiredToken: async () => {
        world.expiredTokens.add(await token({ permissions }));
        return token({ permissions });
      },
      lend: (realmId) => void addConnection(world, companyOf(world, realmId), { ownership: 'host' }),
      write: (realmId, entries) => {
        companyOf(world, realmId).documents.push(...entries.map((entry) => documentOf(realmId, entry)));
      },
      signIn: async ({ id }, answer) => {
        if (answer === 'denied') world.finishAuthorization(id, 'denied');
        else world.finishAuthorization(id, 'approved', answer.realmId);
      },
      // Here a sync ends when the clock moves, and only then.
      hold: () => {},
      release: () => world.advance(1000),
    };
  };

  const subject: ConformanceSubject = { provider: 'quickbooks', newBusiness };
  return {
    subject,
    worldOf: (request: Request): World => {
      const session = sessions.get((request.headers.get('authorization') ?? '').slice('Bearer '.length));
      if (session === undefined) return newest;
      const { world, change } = session;
      world.context.permissions = [...(change.permissions ?? permissions)];
      world.context.entitlements = { ...USUAL_ENTITLEMENTS, ...change.entitlements };
      world.context.stockTrackedSince = change.stockTrackedSince ?? null;
      return world;
    },
  };
}

function createConformanceWorld(number: number): World {
  const world = createWorld('empty');
  world.runMs = 10;
  world.allowedOrigins = [ALLOWED_ORIGIN];
  world.products = [...CONFORMANCE_PRODUCTS];
  world.companies = [1, 2, 3].map((index) => ({
    realmId: `${number}-${index}`,
    name: `Company ${number}-${index}`,
    homeCurrency: 'USD',
    documents: [],
  }));
  Object.assign(world.context, {
    user: { id: 'dana', name: 'Dana' },
    timeZone: 'UTC',
    manualSales: { hasProducts: true },
  });
  world.context.earliestInitialSyncDate = addDays(world.today(), -MAX_LOOK_BACK_DAYS);
  return world;
}

function companyOf(world: World, realmId: string) {
  const company = world.companies.find((one) => one.realmId === realmId);
  if (company === undefined) throw new Error(`There is no company "${realmId}".`);
  return company;
}

function documentOf(realmId: string, { total, ...entry }: CompanyEntry): CompanyDocument {
  const amount = total.replace('-', '');
  const writtenAt = new Date().toISOString();
  return {
    ...entry,
    realmId,
    total,
    externalUrl: `https://books.example/${entry.type}/${entry.externalId}`,
    customerId: entry.customerName === null ? null : '1',
    dueDate: null,
    exchangeRate: null,
    lines: [
      {
        kind: 'item',
        itemId: '5',
        itemName: 'Bracket',
        description: null,
        quantity: '1',
        unitPrice: amount,
        amount,
        taxCode: null,
        className: null,
        group: null,
        match: null,
      },
    ],
    discount: '0',
    shipping: '0',
    tax: '0',
    balance: '0',
    note: null,
    state: 'active',
    voidReason: null,
    providerCreatedAt: writtenAt,
    providerUpdatedAt: writtenAt,
  };
}
