import { conformanceChecks, describeApiConformance } from '@sales-channels/contract/conformance';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandlers } from './create-handlers.ts';
import { createConformanceSubject } from './testing/conformance-subject.ts';
import type { World } from './world/world.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

function serve(baseUrl: string, prepare?: (world: World) => void) {
  const { subject, worldOf } = createConformanceSubject(baseUrl, prepare);
  server.use(...createHandlers({ world: worldOf, baseUrl }));
  return subject;
}

const mock = serve('https://mock.example');
describeApiConformance('the mock', () => mock);

const forgetful = Object.assign(new Map<string, never>(), { set: () => {} });

/** Rules of the mock, each switched off, and the check that has to notice. */
const SABOTAGES: Record<string, [sabotage: (world: World) => void, noticedBy: RegExp]> = {
  'any origin may ask': [(world) => (world.allowedOrigins = null), /another origin/],
  'sessions last for ever': [
    (world) => (world.expiredTokens.add = () => world.expiredTokens),
    /one that is over/,
  ],
  'repeated requests are carried out again': [(world) => (world.keptAnswers = forgetful as never), /^M-07/],
  'repeated requests make a second channel': [(world) => (world.keptAnswers = forgetful as never), /^C-06/],
  'the feed has no order': [(world) => (world.nextSequence = () => 1), /^P-01/],
  'syncs end at once': [
    (world) => {
      const settle = world.settle.bind(world);
      world.settle = () => {
        world.advance(1000);
        settle();
      };
    },
    /^E-05/,
  ],
  'nothing is compared with the counts of the provider': [
    (world) => {
      const settle = world.settle.bind(world);
      world.settle = () => {
        settle();
        for (const channel of world.channels) channel.verification = null;
      };
    },
    /^E-16/,
  ],
  'no channel syncs by itself': [(world) => (world.syncEveryMs = null), /^E-14/],
  'calls have a limit nobody set': [(world) => (world.monthlyCalls = 1000), /^E-12 counts/],
  'any company will do': [
    (world) => {
      const finishAuthorization = world.finishAuthorization.bind(world);
      world.finishAuthorization = (id, outcome) => finishAuthorization(id, outcome);
    },
    /^H-05/,
  ],
  'dates have no limit': [(world) => (world.context.earliestInitialSyncDate = null), /^B-05/],
  'an answer has a word of its own': [(world) => (world.faults.getSale = 'unknown_words'), /^M-01/],
  'an answer has a field of its own': [(world) => (world.faults.listSales = 'extra_fields'), /^N-02/],
};

describe('the suite', () => {
  it.each(Object.entries(SABOTAGES))('notices when %s', async (_, [sabotage, noticedBy]) => {
    const subject = serve('https://sabotaged.example', sabotage);
    const [check] = Object.entries(conformanceChecks).filter(([title]) => noticedBy.test(title));
    await expect(check?.[1](subject)).rejects.toThrow();
  });
});
