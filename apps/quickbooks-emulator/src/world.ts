import { type Company, type CompanyOrigin, createCompany } from './company/company.ts';
import { createCounters, type Counters } from './http/counters.ts';
import { createPlannedFaults, type PlannedFaults } from './http/planned-faults.ts';
import { createQuota, type Quota } from './http/quota.ts';
import { createThrottle, type Throttle } from './http/throttle.ts';
import { createRandom, type Random } from './numbers/random.ts';
import { createGrants, type Grants } from './oauth/grants.ts';
import { type CompanySeed, defaultCompanies, type EmulatorOptions } from './options.ts';
import { defaultSwitches, type Switches } from './switches.ts';
import { type Clock, createClock } from './time/clock.ts';
import type { WorldSnapshot } from './state-file.ts';
import { createWebhooks, type Webhooks } from './webhooks/webhooks.ts';

/** The app that is registered with the emulated service. */
export interface RegisteredApp {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: Set<string>;
}

/** All state of a running emulator. */
export interface World {
  readonly clock: Clock;
  readonly switches: Switches;
  readonly app: RegisteredApp;
  readonly companies: Map<string, Company>;
  readonly grants: Grants;
  readonly counters: Counters;
  readonly faults: PlannedFaults;
  readonly throttle: Throttle;
  readonly quota: Quota;
  readonly webhooks: Webhooks;
  readonly random: Random;
  /** @param generatorSeed in place of the emulator's own */
  addCompany(seed: CompanySeed, generatorSeed?: number): Company;
  /** Back to the state of the start: companies, grants, faults, counters, switches and clock. */
  reset(): void;
  snapshot(): WorldSnapshot;
}

export function createWorld(options: EmulatorOptions, earlier?: WorldSnapshot): World {
  const seed = options.seed ?? 1;
  const startSwitches: Switches = {
    ...defaultSwitches,
    ...(options.latency !== undefined && { latency: options.latency }),
    ...options.switches,
  };
  const clock = createClock(options.now?.getTime() ?? Date.now());
  const switches = { ...startSwitches };
  const companies = new Map<string, Company>();
  const open = (origin: CompanyOrigin) => {
    const company = createCompany(origin);
    companies.set(company.realmId, company);
    return company;
  };
  const addCompany = (company: CompanySeed, generatorSeed = seed) =>
    open({ seed: company, generatorSeed, startedAt: clock.seconds() });
  const seedCompanies = () => {
    for (const company of options.companies ?? defaultCompanies) addCompany(company);
  };
  const clientId = options.clientId ?? 'emulator-client';
  const webhooks = createWebhooks(clock, switches, clientId);
  webhooks.configure(options.webhook);
  const world: World = {
    clock,
    switches,
    app: {
      name: options.appName ?? 'Sales Channels',
      clientId,
      clientSecret: options.clientSecret ?? 'emulator-secret',
      redirectUris: new Set(options.redirectUris),
    },
    companies,
    grants: createGrants(clock, switches),
    counters: createCounters(),
    faults: createPlannedFaults(),
    throttle: createThrottle(),
    quota: createQuota(),
    webhooks,
    random: createRandom(seed),
    addCompany,
    reset: () => {
      clock.set(options.now?.getTime() ?? Date.now());
      Object.assign(switches, startSwitches);
      companies.clear();
      seedCompanies();
      world.grants.clear();
      world.counters.reset();
      world.faults.clear();
      world.quota.clear();
      webhooks.clear();
      webhooks.configure(options.webhook);
    },
    snapshot: () => ({
      format: 1,
      clockLead: clock.lead(),
      redirectUris: [...world.app.redirectUris],
      companies: [...companies.values()].map((company) => company.snapshot()),
      grants: world.grants.snapshot(),
      webhook: webhooks.endpoint(),
      quota: world.quota.state(clock.seconds()),
    }),
  };
  if (!earlier) {
    seedCompanies();
    return world;
  }
  clock.advance(earlier.clockLead - clock.lead());
  for (const uri of earlier.redirectUris) world.app.redirectUris.add(uri);
  for (const company of earlier.companies) open(company.origin).restore(company);
  world.grants.restore(earlier.grants);
  webhooks.configure(options.webhook ?? earlier.webhook);
  if (earlier.quota) world.quota.restore(earlier.quota);
  return world;
}
