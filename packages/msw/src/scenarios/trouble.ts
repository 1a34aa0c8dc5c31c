import type { Problem, ProblemCode, Run } from '@sales-channels/contract';
import { ATTENTION_CODES, createProblem } from '@sales-channels/contract';
import { budgetProblem, viewProviderCalls } from '../world/provider-calls.ts';
import { recordRun } from '../world/record-run.ts';
import { verify } from '../world/verify.ts';
import type { ChannelRecord, SaleRecord, World } from '../world/world.ts';
import { ago, connect, connected, DAY_MS, HOUR_MS, openChannel, tracking } from './build.ts';
import type { Scenarios } from './scenario.ts';

const SUM_REASON = 'The line amounts do not add up to the subtotal.';
const LONG_REASON =
  'The document refers to the item “Harbor desk lamp, brushed steel, dimmable, with the long braided cable” which was deleted ' +
  'in QuickBooks Online, and to a tax code that is no longer there; open the document in QuickBooks Online, pick an item and a ' +
  'tax code that exist, and save it. It is tried again at the next sync.';

/** A moment ago, so that it is not yet tried again. */
const fail = (world: World, channel: ChannelRecord, problem: Problem) =>
  recordRun(world, channel, { endedMsAgo: 120_000, trigger: 'schedule', problem });

const endWithErrors = (world: World, channel: ChannelRecord, errors: Run['errors']) =>
  recordRun(world, channel, { endedMsAgo: 0.4 * HOUR_MS, trigger: 'schedule', errors });

const failedWith = (code: ProblemCode) => (world: World) =>
  fail(world, connected(world), createProblem(code));

/** The company has documents, dated weeks ago, that no sync was told of. */
function missDocuments(world: World, channel: ChannelRecord): void {
  const isMissed = ({ sale }: SaleRecord, index: number) =>
    sale.channelId === channel.id && sale.state === 'active' && index % 40 === 0;
  const missed = world.sales.filter(isMissed).slice(0, 3);
  world.sales = world.sales.filter((record) => !missed.includes(record));
  channel.verification = verify(world, channel, ago(world, 2 * HOUR_MS));
}

const documentErrors = [
  { type: 'invoice', externalId: '3871', number: '5217', reason: SUM_REASON },
  { type: 'credit_memo', externalId: '3904', number: null, reason: SUM_REASON },
];

function endSoon(world: World): void {
  for (const connection of world.connections) connection.authorizationEndsAt = ago(world, -12 * DAY_MS);
}

export const trouble = {
  failed: {
    about: 'The last sync failed; the one before did not.',
    enter: failedWith('provider_busy'),
  },
  firstSyncFailed: {
    about: 'The first sync failed, so nothing was imported yet.',
    enter: (world) => {
      tracking(world);
      fail(
        world,
        openChannel(world, connect(world, 0), { daysBack: 90, daysAgo: 1 }),
        createProblem('provider_failed'),
      );
    },
  },
  completedWithErrors: {
    about: 'The last sync could not import two documents.',
    enter: (world) => endWithErrors(world, connected(world), documentErrors),
  },
  longErrors: {
    about: 'The last sync could not import a hundred documents, each for a long reason.',
    enter: (world) =>
      endWithErrors(
        world,
        connected(world),
        Array.from({ length: 100 }, (_, index) => ({
          type: index % 3 === 0 ? 'credit_memo' : 'invoice',
          externalId: String(3800 + index),
          number: index % 7 === 0 ? null : `BRIGHTWATER-2026-${String(5200 + index)}`,
          reason: LONG_REASON,
        })),
      ),
  },
  reconnectRequired: {
    about: 'QuickBooks Online wants somebody to sign in again.',
    enter: (world) => {
      connected(world);
      for (const connection of world.connections) connection.status = 'reconnect_required';
    },
  },
  accessLost: {
    about: 'QuickBooks Online refused: the subscription ended, or the user was removed.',
    enter: failedWith('access_lost'),
  },
  wrongEnvironment: {
    about: 'QuickBooks Online refused: the company belongs to another environment.',
    enter: failedWith('wrong_environment'),
  },
  budgetReached: {
    about: 'The last sync failed: the month’s calls to QuickBooks Online are used up.',
    enter: (world) => {
      const channel = connected(world);
      world.monthlyCalls = viewProviderCalls(world, channel)?.used ?? 0;
      const problem = budgetProblem(world, channel);
      if (problem !== null) fail(world, channel, problem);
    },
  },
  countMismatch: {
    about: 'QuickBooks Online counts three documents more than are stored. The next sync finds them.',
    enter: (world) => missDocuments(world, connected(world)),
  },
  authorisationExpiresSoon: {
    about: 'The authorisation ends in twelve days.',
    enter: (world) => {
      connected(world);
      endSoon(world);
    },
  },
  everyAttention: {
    about: 'A channel with every attention code at once.',
    enter: (world) => {
      const channel = connected(world);
      endWithErrors(world, channel, documentErrors);
      missDocuments(world, channel);
      endSoon(world);
      channel.attention = [...ATTENTION_CODES];
    },
  },
} as const satisfies Scenarios;
