import { randomUUID } from 'node:crypto';
import { createProblem } from '@sales-channels/contract';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createChannelModel } from './channel.model.ts';
import type { ChannelDocument } from './channel.model.ts';
import { createRunRecord } from './run-record.ts';
import { createWakeModel } from './wakes.model.ts';

const database = mongoose.createConnection(inject('mongodbUri'), { dbName: `wakes-${randomUUID()}` });
const { model } = createChannelModel(database);
const wakes = createWakeModel({ model });

beforeAll(async () => {
  await database.asPromise();
  await model.createCollection();
});
afterAll(async () => {
  await database.dropDatabase();
  await database.close();
});

describe('E-14 a schedule that is new', () => {
  it('looks up no more than the ids of the channels it has something to set for', async () => {
    const requestedAt = new Date(0);
    const run = {
      channelId: '',
      trigger: 'manual',
      requestedBy: null,
      requestedAt,
      done: 0,
      total: null,
    } as const;
    const ended = (problem: Parameters<typeof createProblem>[0] | null): Partial<ChannelDocument> => ({
      lastRun: {
        ...createRunRecord(run),
        state: problem ? 'failed' : 'succeeded',
        problem: problem && createProblem(problem),
      },
    });
    const add = async (fields: Partial<ChannelDocument>) => {
      const { _id } = await model.create({
        businessId: 'brightwater',
        type: 'accounting',
        name: 'Books',
        connectionId: new mongoose.Types.ObjectId(),
        isActive: true,
        createdAt: requestedAt,
        ...fields,
      });
      return _id;
    };
    const [succeeded, failed] = [await add(ended(null)), await add(ended('internal'))];
    await add(ended('reconnect_required'));
    await add(ended('access_lost'));
    await add({});
    await add({ ...ended(null), isActive: false });
    await add({ ...ended(null), wake: { at: new Date(), trigger: 'schedule' } });
    const found: object[] = [];
    for await (const channel of wakes.unscheduled()) found.push(channel);
    expect(found).toEqual([{ _id: succeeded }, { _id: failed }]);
  });
});
