import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createChannelModel } from './channel.model.ts';
import { createRunRecord } from './run-record.ts';

const database = mongoose.createConnection(inject('mongodbUri'), { dbName: `fencing-${randomUUID()}` });
const channels = createChannelModel(database);

beforeAll(async () => {
  await database.asPromise();
  await channels.model.createCollection();
});
afterAll(async () => {
  await database.dropDatabase();
  await database.close();
});

describe('E-05 a lease that was taken over', () => {
  it('writes nothing any more', async () => {
    const requestedAt = new Date(0);
    const { _id } = await channels.model.create({
      businessId: 'brightwater',
      type: 'accounting',
      name: 'Books',
      isActive: true,
      createdAt: requestedAt,
    });
    const run = { channelId: _id.toHexString(), trigger: 'manual', requestedBy: null, requestedAt } as const;
    await channels.queueRun(_id, createRunRecord({ ...run, done: 0, total: null }));
    const dead = await channels.claimDue(new Date(), new Date(1000), new Date(2000));
    const alive = await channels.claimDue(new Date(), new Date(3000), new Date(4000));
    expect(alive?.fence).toBe((dead?.fence ?? 0) + 1);

    const write = (fence = 0) =>
      channels.updateFenced({ channelId: _id, fence }, { $set: { 'run.phase': 'changes' } });
    expect(await write(dead?.fence)).toBe(false);
    expect((await channels.find('brightwater', _id.toHexString()))?.run?.phase).toBe('waiting');
    expect(await write(alive?.fence)).toBe(true);
  });
});
