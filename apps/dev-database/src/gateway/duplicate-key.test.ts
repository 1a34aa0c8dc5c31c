import { expect, test } from 'vitest';
import { encode } from './bson-documents.ts';
import { describeDuplicateKey } from './duplicate-key.ts';
import type { StatementRunner } from './statement-runner.ts';
import { assignedFields } from './written-fields.ts';

const index = { name: 'a_1_b.c_1', key: `BSONHEX${encode({ a: 1, 'b.c': 1 }).toString('hex')}` };

function describe(written: Parameters<typeof describeDuplicateKey>[0]['written'], row: object = index) {
  const statements = { query: async () => row } as unknown as StatementRunner;
  const message = "Duplicate key violation: Index 'a_1_b.c_1'";
  return describeDuplicateKey({ statements, database: 'shop', collection: 'sales', message, written });
}

test("an insert's duplicate has its index and values, a missing field as null", async () => {
  expect(await describe({ fields: { a: 5n, b: [{ c: 1 }, { c: 2 }] }, whole: true })).toEqual({
    errmsg:
      'E11000 duplicate key error collection: shop.sales index: a_1_b.c_1 dup key: {"a":"5","b.c":[1,2]}',
    keyPattern: { a: 1, 'b.c': 1 },
    keyValue: { a: 5n, 'b.c': [1, 2] },
  });
  expect(await describe({ fields: { a: 1 }, whole: true })).toMatchObject({
    keyValue: { a: 1, 'b.c': null },
  });
});

test('of an update only what it says is told', async () => {
  const known = assignedFields({ _id: 1, a: 1 }, { $set: { 'b.c': 2 } });
  expect(await describe({ ...known, fields: { ...known.fields, b: { c: 2 } } })).toHaveProperty('keyValue');
  expect(await describe(assignedFields({ _id: 1 }, { $inc: { a: 1 } }))).not.toHaveProperty('keyValue');
});

test('an index that is not found is taken for the one every collection has', async () => {
  expect(await describe({ fields: { _id: 7 }, whole: true }, {})).toMatchObject({
    keyPattern: { _id: 1 },
    keyValue: { _id: 7 },
  });
});
