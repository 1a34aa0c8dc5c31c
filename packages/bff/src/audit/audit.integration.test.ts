import type { AuditEntry } from '@sales-channels/contract';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Session } from '../session/session.ts';
import { signIn } from '../testing/sign-in.ts';
import { startSignIns } from '../testing/start-sign-ins.ts';
import { testSession } from '../testing/start-test-bff.ts';

let test: Awaited<ReturnType<typeof startSignIns>>;
beforeEach(async () => {
  test = await startSignIns({ databaseUri: inject('mongodbUri') });
});
afterEach(() => test.stop());

const dana = testSession();
const robin = testSession({ user: { id: 'robin', name: 'Robin' } });
const kestrel = testSession({ business: { id: 'kestrel', name: 'Kestrel' } });
const list = (session: Session, query: { cursor?: string; limit?: number } = {}) =>
  test.clientOf(session).listAuditEntries({ query });
const disconnect = (session: Session, connectionId: string | null) =>
  test.clientOf(session).disconnectConnection({ params: { connectionId: connectionId ?? '' } });

describe('U-03 the record of who did what', () => {
  it('U-03 keeps connecting, disconnecting and connecting again with user, time and company', async () => {
    const before = new Date().toISOString();
    const { connectionId } = await signIn(test, dana, 'r1');
    await disconnect(robin, connectionId);
    await signIn(test, dana, 'r1');
    const { items } = await list(dana);
    const company = {
      subject: 'Company r1',
      connectionId,
      channelId: null,
      saleId: null,
      id: expect.any(String) as string,
      at: expect.any(String) as string,
    };
    expect(items).toEqual([
      { ...company, action: 'connection_reconnected', user: dana.user },
      { ...company, action: 'connection_disconnected', user: robin.user },
      { ...company, action: 'connection_connected', user: dana.user },
    ]);
    const times = items.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(times.at(-1)! >= before).toBe(true);
  });

  it('U-03 keeps nothing of what did not happen', async () => {
    await signIn(test, dana, 'r1');
    const other = await signIn(test, kestrel, 'r1');
    expect(other.problem?.code).toBe('company_in_use');
    expect((await list(kestrel)).items).toEqual([]);
    await expect(disconnect(kestrel, '665f1c2ab7e4d0a1c3f2e9b8')).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await list(kestrel)).items).toEqual([]);
    expect((await list(dana)).items).toHaveLength(1);
  });

  it("U-03 shows a business' own entries only", async () => {
    await signIn(test, dana, 'r1');
    await signIn(test, kestrel, 'r2');
    expect((await list(dana)).items.map(({ subject }) => subject)).toEqual(['Company r1']);
    expect((await list(kestrel)).items.map(({ subject }) => subject)).toEqual(['Company r2']);
  });

  it('U-03 is read in pages, each entry once, though many are of one instant and new ones come', async () => {
    const at = new Date();
    const done = {
      user: dana.user,
      action: 'sync_requested',
      channelId: null,
      connectionId: null,
      saleId: null,
    };
    const entry = { businessId: 'brightwater', at, ...done };
    await test.database
      .collection('audit')
      .insertMany(Array.from({ length: 7 }, (_, index) => ({ ...entry, subject: `Channel ${index}` })));
    const seen: AuditEntry[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list(dana, { limit: 3, ...(cursor && { cursor }) });
      seen.push(...page.items);
      expect(page.items.length).toBeLessThanOrEqual(3);
      cursor = page.nextCursor;
      await test.database.collection('audit').insertOne({ ...entry, at: new Date(Date.now() + 1000) });
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen.map(({ subject }) => subject))).toEqual(
      new Set(Array.from({ length: 7 }, (_, index) => `Channel ${index}`)),
    );
    await expect(list(dana, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_request' });
  });

  it('U-02 U-03 is not for users who may not manage', async () => {
    const reader = testSession({ permissions: ['read', 'sync', 'manual_sales'] });
    await expect(list(reader)).rejects.toMatchObject({
      code: 'forbidden',
      problem: { permission: 'manage' },
    });
    await expect(disconnect(reader, '665f1c2ab7e4d0a1c3f2e9b8')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
