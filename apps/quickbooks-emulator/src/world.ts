import { createCompany, type Company } from './company/company.ts';
import { createCounters, type Counters } from './http/counters.ts';
import { createPlannedFaults, type PlannedFaults } from './http/planned-faults.ts';
import { createThrottle, type Throttle } from './http/throttle.ts';
import { createRandom, type Random } from './numbers/random.ts';
import { createGrants, type Grants } from './oauth/grants.ts';
import { type CompanySeed, defaultCompanies, type EmulatorOptions } from './options.ts';
import { defaultSwitches, type Switches } from './switches.ts';
import { type Clock, createClock } from './time/clock.ts';

/** The app that is registered with the emulated service. */
export interface RegisteredApp {
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
  readonly random: Random;
  /** @param generatorSeed in place of the emulator's own */
  addCompany(seed: CompanySeed, generatorSeed?: number): Company;
  /** Back to the state of the start: companies, grants, faults, counters, switches and clock. */
  reset(): void;
}

export function createWorld(options: EmulatorOptions): World {
  const seed = options.seed ?? 1;
  const startSwitches: Switches = {
    ...defaultSwitches,
    ...(options.latency !== undefined && { latency: options.latency }),
    ...options.switches,
  };
  const clock = createClock(options.now?.getTime() ?? Date.now());
  const switches = { ...startSwitches };
  const companies = new Map<string, Company>();
  const addCompany = (company: CompanySeed, generatorSeed = seed) => {
    const created = createCompany(company, generatorSeed, clock.seconds());
    companies.set(company.realmId, created);
    return created;
  };
  const seedCompanies = () => {
    for (const company of options.companies ?? defaultCompanies) addCompany(company);
  };
  const world: World = {
    clock,
    switches,
    app: {
      clientId: options.clientId ?? 'emulator-client',
      clientSecret: options.clientSecret ?? 'emulator-secret',
      redirectUris: new Set(options.redirectUris),
    },
    companies,
    grants: createGrants(clock, switches),
    counters: createCounters(),
    faults: createPlannedFaults(),
    throttle: createThrottle(),
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
    },
  };
  seedCompanies();
  return world;
}
