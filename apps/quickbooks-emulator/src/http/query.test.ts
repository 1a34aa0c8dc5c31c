import { beforeAll, describe, expect, it } from 'vitest';
import type { CompanyClient, FaultBody, QueryBody, WireDocument } from '../testing/emulator-client.ts';
import { realm, withEmulator } from '../testing/with-emulator.ts';

const emulator = withEmulator();
let company: CompanyClient;
beforeAll(async () => {
  company = emulator().company(realm, (await emulator().connect(realm)).access_token);
});

const invoices = async (rest = '') =>
  (await company.query(`select * from Invoice ${rest}`)).body.QueryResponse.Invoice ?? [];
const updated = (document: WireDocument) => Date.parse(document.MetaData.LastUpdatedTime);
const created = (document: WireDocument) => Date.parse(document.MetaData.CreateTime);
const isSorted = (values: readonly number[]) =>
  values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0));

describe('a query', () => {
  it('pages 100 at a time, newest update first, unless told otherwise', async () => {
    const { body } = await company.query('SELECT * FROM invoice');
    const page = body.QueryResponse.Invoice ?? [];
    expect(page).toHaveLength(100);
    expect(body.QueryResponse).toMatchObject({ startPosition: 1, maxResults: 100, totalCount: 100 });
    expect(isSorted(page.map(updated).reverse())).toBe(true);
    expect(body.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-0[78]:00$/);
    expect(page[0]?.MetaData.LastUpdatedTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[78]:00$/);
  });

  it('returns 1,000 at most, and every record once over all pages', async () => {
    expect(await invoices('maxresults 5000')).toHaveLength(300);
    const ids = new Set<string>();
    for (let start = 1; start <= 300; start += 70) {
      for (const each of await invoices(`orderby MetaData.CreateTime startposition ${start} maxresults 70`))
        ids.add(each.Id);
    }
    expect(ids.size).toBe(300);
  });

  it('has totalCount for invoices only', async () => {
    for (const entity of ['SalesReceipt', 'CreditMemo']) {
      const { body } = await company.query(`select * from ${entity} maxresults 3`);
      expect(body.QueryResponse).toMatchObject({ startPosition: 1, maxResults: 3 });
      expect(body.QueryResponse).not.toHaveProperty('totalCount');
    }
  });

  it('pages by an immutable key without loss through ties', async () => {
    const seen = new Map<string, number>();
    let cursor = '2000-01-01T00:00:00Z';
    for (;;) {
      const page = await invoices(
        `where TxnDate >= '2000-01-01' and metadata.createtime >= '${cursor}' order by MetaData.CreateTime asc maxresults 90`,
      );
      expect(isSorted(page.map(created))).toBe(true);
      for (const each of page) seen.set(each.Id, created(each));
      const last = page.at(-1)?.MetaData.CreateTime;
      if (page.length < 90 || last === undefined) break;
      cursor = last;
    }
    expect(seen.size).toBe(300);
  });

  it('compares dates, numbers, texts and references', async () => {
    const all = await invoices('maxresults 1000');
    const sample = all.find((each) => each.DocNumber !== undefined && each.TotalAmt > 0) as WireDocument;
    const same = async (where: string, test: (each: WireDocument) => boolean) => {
      const found = await invoices(`where ${where} maxresults 1000`);
      expect(new Set(found.map((each) => each.Id))).toEqual(new Set(all.filter(test).map((each) => each.Id)));
      expect(found.length).toBeGreaterThan(0);
    };
    await same("TxnDate >= '2026-06-01' AND TxnDate < '2026-07-01'", (each) =>
      each.TxnDate.startsWith('2026-06'),
    );
    await same(`TotalAmt > '1000' and Balance = 0`, (each) => each.TotalAmt > 1000 && each.Balance === 0);
    await same(`DocNumber = '${sample.DocNumber}'`, (each) => each.DocNumber === sample.DocNumber);
    await same(`DocNumber LIKE '1%7'`, (each) => /^1.*7$/.test(each.DocNumber ?? ''));
    await same(`CustomerRef IN ('1','2')`, (each) => ['1', '2'].includes(each.CustomerRef?.value ?? ''));
    await same(`Id IN ('${all[3]?.Id}','${all[5]?.Id}','1')`, (each) =>
      [all[3]?.Id, all[5]?.Id].includes(each.Id),
    );
    await same(
      `MetaData.LastUpdatedTime = '${sample.MetaData.LastUpdatedTime}'`,
      (each) => updated(each) === updated(sample),
    );
  });

  it('sorts by other properties, in both directions', async () => {
    const totals = (await invoices('orderby TotalAmt desc maxresults 1000')).map((each) => each.TotalAmt);
    expect(isSorted(totals.reverse())).toBe(true);
    const dates = (await invoices('orderby TxnDate maxresults 1000')).map((each) => Date.parse(each.TxnDate));
    expect(isSorted(dates)).toBe(true);
  });

  it('is empty without an entity key or counters', async () => {
    const { body } = await company.query("select * from Invoice where TxnDate > '2200-01-01'");
    expect(body.QueryResponse).toEqual({});
  });

  it('counts', async () => {
    const { body } = await company.query('select count(*) from Invoice');
    expect(body.QueryResponse).toEqual({ totalCount: 300 });
    const recent = await company.query("SELECT COUNT(*) FROM Invoice WHERE TxnDate >= '2026-06-01'");
    const expected = (await invoices('maxresults 1000')).filter(
      (each) => each.TxnDate >= '2026-06-01',
    ).length;
    expect(recent.body.QueryResponse).toEqual({ totalCount: expected });
  });

  it('can be posted, and has plus signs for spaces in its URL', async () => {
    const posted = await company.get<QueryBody>('query?minorversion=75', {
      method: 'POST',
      headers: { 'content-type': 'application/text' },
      body: 'select * from CreditMemo maxresults 2 startposition 2',
    });
    expect(posted.body.QueryResponse).toMatchObject({ startPosition: 2, maxResults: 2 });
    const plus = await company.get<QueryBody>('query?query=select+*+from+CreditMemo+maxresults+2');
    expect(plus.body.QueryResponse.CreditMemo).toHaveLength(2);
  });

  it('returns sparse records for named properties', async () => {
    const { body } = await company.query('select DocNumber, MetaData.CreateTime from Invoice maxresults 1');
    const [first] = body.QueryResponse.Invoice ?? [];
    expect(Object.keys(first ?? {}).sort()).toEqual(['DocNumber', 'Id', 'MetaData', 'domain', 'sparse']);
    expect(Object.keys(first?.MetaData ?? {})).toEqual(['CreateTime']);
  });

  it.each([
    ['4000', 'select * from Invoice where TxnDate > '],
    ['4000', "select * from Invoice where Id = '1' or Id = '2'"],
    ['4001', "select * from Invoice where Id > '1'"],
    ['4001', "select * from Invoice where EmailStatus = 'NotSet'"],
    ['4001', "select * from Invoice where TxnDate > 'yesterday'"],
    ['4001', 'select * from Invoice orderby Nothing'],
    ['4001', 'select * from Nothing'],
  ])('answers %s to %s', async (code, statement) => {
    const { status, body } = await company.query<FaultBody>(statement);
    expect(status).toBe(400);
    expect(body.Fault.type).toBe('ValidationFault');
    expect(body.Fault.Error[0]?.code).toBe(code);
  });

  it('finds items, with the inactive hidden, and the company itself', async () => {
    const items = await company.query<{ QueryResponse: { Item: { Id: string; Name: string }[] } }>(
      'select * from Item maxresults 1000',
    );
    const names = items.body.QueryResponse.Item.map((item) => item.Name);
    expect(names).toContain('Anodised bracket');
    expect(names).toEqual([...names].sort());
    const info = await company.query('select * from CompanyInfo');
    expect(info.text).toContain('Test Company');
  });

  it('follows its switches', async () => {
    const codeOf = async (statement: string) => {
      const { body } = await company.query<Partial<FaultBody>>(statement);
      return body.Fault?.Error[0]?.code;
    };
    expect(await codeOf('select * from Invoice startposition 0')).toBeUndefined();
    await emulator().control('switches', {
      guessStartPositionZero: 'fault',
      guessMaxResultsOverCap: 'fault',
      guessProjections: 'fault',
      guessInvoiceTotalCount: 'matching',
      guessSubSecondTimes: true,
    });
    expect(await codeOf('select * from Invoice startposition 0')).toBe('4001');
    expect(await codeOf('select * from Invoice maxresults 1001')).toBe('4001');
    expect(await codeOf('select Id from Invoice')).toBe('4000');
    const { body } = await company.query('select * from Invoice maxresults 7');
    expect(body.QueryResponse).toMatchObject({ maxResults: 7, totalCount: 300 });
    const [one] = body.QueryResponse.Invoice ?? [];
    const after = await invoices(
      `where MetaData.CreateTime > '${one?.MetaData.CreateTime}' and Id = '${one?.Id}'`,
    );
    expect(after.map((each) => each.Id)).toEqual([one?.Id]);
  });
});
