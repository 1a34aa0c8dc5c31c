import { describe, expect, it } from 'vitest';
import type { FaultBody } from '../testing/emulator-client.ts';
import { type Shown, withDocuments } from '../testing/with-documents.ts';
import { realm } from '../testing/with-emulator.ts';

const { emulator, company, create, change, truth } = withDocuments();

interface Seen {
  readonly Id: string;
  readonly status?: string;
  readonly PrivateNote?: string;
}
interface ChangeBody {
  readonly CDCResponse: readonly [{ readonly QueryResponse: readonly [{ readonly Invoice?: Seen[] }] }];
}

const advance = (advanceSeconds: number) => emulator().control('clock', { advanceSeconds });
const since = () => new Date(Date.now() - 60_000).toISOString();
const changed = async () => {
  const { body } = await company().get<ChangeBody>(`cdc?entities=Invoice&changedSince=${since()}`);
  return body.CDCResponse[0].QueryResponse[0].Invoice ?? [];
};
const queried = async () => {
  const { body } = await company().query(
    `select * from Invoice where MetaData.LastUpdatedTime >= '${since()}' orderby MetaData.CreateTime`,
  );
  return (body.QueryResponse.Invoice ?? []) as readonly Seen[];
};
const later = (id: string, kind: string, seconds: number, body: object = {}) =>
  emulator().control<Shown>(
    `documents/Invoice/${id}/${kind}?realm=${realm}&visibleAfterSeconds=${seconds}`,
    body,
  );

describe('a change that is visible later', () => {
  it('hides a new document from queries, change sets and reads, and then shows it with its earlier time', async () => {
    const { body: made } = await emulator().control<Shown>('documents?visibleAfterSeconds=40', {
      realm,
      type: 'Invoice',
    });
    const stamp = made.document.MetaData.LastUpdatedTime;
    await advance(38);
    expect([await queried(), await changed()]).toEqual([[], []]);
    expect((await company().get<FaultBody>(`invoice/${made.id}`)).body.Fault.Error[0]?.code).toBe('610');
    expect((await truth()).some((line) => line.id === made.id)).toBe(false);
    await advance(2);
    const shown = { Id: made.id, MetaData: { LastUpdatedTime: stamp, CreateTime: stamp } };
    expect(await queried()).toMatchObject([shown]);
    expect(await changed()).toMatchObject([shown]);
    expect((await truth()).some((line) => line.id === made.id)).toBe(true);
  });

  it('shows edits and deletions one after another, each when its time has come', async () => {
    const { id } = await create({});
    await later(id, 'edit', 20, { privateNote: 'first' });
    const { body: second } = await later(id, 'edit', 30, { memo: 'second' });
    expect(second.document).toMatchObject({ SyncToken: '2', PrivateNote: 'first' });
    await later(id, 'delete', 40);
    expect(await changed()).toMatchObject([{ Id: id, SyncToken: '0' }]);
    await advance(20);
    expect(await queried()).toMatchObject([{ SyncToken: '1', PrivateNote: 'first' }]);
    await advance(10);
    expect(await queried()).toMatchObject([{ SyncToken: '2', CustomerMemo: { value: 'second' } }]);
    await advance(10);
    expect(await queried()).toEqual([]);
    expect(await changed()).toMatchObject([{ Id: id, status: 'Deleted' }]);
  });

  it('appears at once when the document is changed again without delay', async () => {
    const { id } = await create({});
    await later(id, 'edit', 20, { privateNote: 'first' });
    await change(id, 'email');
    expect(await queried()).toMatchObject([{ PrivateNote: 'first', EmailStatus: 'EmailSent' }]);
  });

  it('is refused as at once, and leaves the document as it was', async () => {
    const { id } = await create({});
    await change(id, 'void');
    expect((await later(id, 'pay', 20)).status).toBe(409);
    expect((await later(id, 'email', 1)).status).toBe(409);
    await advance(20);
    expect(await queried()).toMatchObject([{ Id: id, SyncToken: '1', PrivateNote: 'Voided' }]);
  });

  it('is every change while that guess is switched on', async () => {
    await emulator().control('switches', { guessVisibleAfterSeconds: 5 });
    const { id } = await create({});
    expect(await changed()).toEqual([]);
    await advance(5);
    expect(await changed()).toMatchObject([{ Id: id }]);
  });
});
