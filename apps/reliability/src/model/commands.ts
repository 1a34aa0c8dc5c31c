import { setTimeout as wait } from 'node:timers/promises';
import * as fc from 'fast-check';
import { addDays } from '../rig/calendar.ts';
import { mutate } from '../rig/mutate.ts';
import { createRandom } from '../rig/random.ts';
import type { World } from './world.ts';
import { FIRST_FLOOR } from './world.ts';

/** The commands are asked of the world alone: what it has to look like afterwards, the company knows. */
export type Model = Record<string, never>;
export type Command = fc.AsyncCommand<Model, World>;

/** Counts what was carried out. */
export type Tally = Map<string, number>;

type Step<T> = (world: World, value: T) => Promise<void>;

const day = 24;
/** Faults of the service, and what there is to be set about each. */
const faults = fc.constantFrom<object>(
  { kind: '429', retryAfterSeconds: 0 },
  { kind: '429xml', retryAfterSeconds: 1 },
  { kind: '500' },
  { kind: '503html' },
  { kind: '200fault', match: 'cdc' },
  { kind: '401-100' },
  { kind: 'bad-json' },
  { kind: 'reset' },
  { kind: 'cut' },
  { kind: 'lost' },
  { kind: 'lost', match: 'token' },
  { kind: 'reset', match: 'token' },
  { kind: 'slow', delaySeconds: 1 },
);

export function commandArbitraries(tally: Tally) {
  const command = <T>(name: string, values: fc.Arbitrary<T>, step: Step<T>): fc.Arbitrary<Command> =>
    values.map((value) => ({
      check: () => true,
      run: async (_model, world) => {
        tally.set(name, (tally.get(name) ?? 0) + 1);
        await step(world, value);
      },
      toString: () => `${name}(${JSON.stringify(value) ?? ''})`,
    }));
  const simple = (name: string, step: (world: World) => Promise<void>) =>
    command(name, fc.constant(undefined), step);

  const seeds = fc.integer({ min: 1, max: 2_000_000 });
  const change = command('change', fc.array(seeds, { minLength: 1, maxLength: 4 }), async (world, value) => {
    for (const seed of value) await mutate(world.company, createRandom(seed), FIRST_FLOOR);
  });
  const changeLate = command('changeLate', seeds, async ({ company }, seed) => {
    const random = createRandom(seed);
    const document = random.pick(company.documents);
    await company.change(
      document,
      'edit',
      { lines: [{ item: 1, qty: 1 + random.below(50) }] },
      '&visibleAfterSeconds=30',
    );
  });
  const settle = simple('settle', (world) => world.prove());
  const sync = simple('sync', (world) => world.ask());
  const rest = command('rest', fc.integer({ min: 1, max: 300 }), async (_world, ms) => {
    await wait(ms);
  });

  return [
    change,
    change,
    change,
    changeLate,
    settle,
    sync,
    sync,
    rest,
    command('advance', fc.integer({ min: 1, max: 40 }), ({ lane }, hours) => lane.advance(hours * 3600)),
    command('advanceDays', fc.integer({ min: 2 * day, max: 45 * day }), ({ lane }, hours) =>
      lane.advance(hours * 3600),
    ),
    command(
      'fault',
      fc.tuple(faults, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 })),
      async (world, [fault, times, after]) => {
        await world.company.fault({ ...fault, times, after });
      },
    ),
    simple('deactivate', async (world) => {
      const { id } = await world.channel();
      await world.attempt(() => world.business().client.deactivateChannel({ params: { channelId: id } }));
    }),
    simple('activate', async (world) => {
      const { id } = await world.channel();
      await world.attempt(() => world.business().client.activateChannel({ params: { channelId: id } }));
    }),
    simple('revoke', async ({ company }) => void (await company.revoke())),
    simple('disconnect', async (world) => {
      const { connection } = await world.channel();
      await world.attempt(() =>
        world.business().client.disconnectConnection({ params: { connectionId: connection?.id ?? '' } }),
      );
    }),
    simple('connect', (world) => world.connect()),
    command('plan', fc.boolean(), (world, isAllowed) => world.setPlan(isAllowed)),
    command('moveFloor', fc.integer({ min: 1, max: 40 }), async (world, days) => {
      const { id, initialSyncDate } = await world.channel();
      await world.attempt(() =>
        world.business().client.updateChannel({
          params: { channelId: id },
          body: { initialSyncDate: addDays(initialSyncDate ?? '', -days) },
        }),
      );
    }),
    command(
      'webhooks',
      fc.constantFrom<object>(
        { webhookLost: true },
        { webhookLost: false },
        { webhookDuplicates: true },
        { webhookOrder: 'reversed' },
        { webhookFormat: 'classic' },
      ),
      async ({ lane }, switches) => void (await lane.control('switches', switches)),
    ),
    simple(
      'forgeWebhook',
      async ({ lane, company }) => void (await lane.control('webhook/forge', { realm: company.realmId })),
    ),
    simple('readFeed', (world) => world.follow()),
    simple('kill', ({ lane }) => lane.kill()),
  ];
}
