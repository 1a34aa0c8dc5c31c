import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';

describe('parseQuery', () => {
  it('reads every clause, keywords in any case', () => {
    const query = parseQuery(
      "Select * From Invoice WHERE TxnDate >= '2026-01-01' and Metadata.CreateTime < '2026-02-01T00:00:00Z' OrderBy MetaData.CreateTime asc STARTPOSITION 5 maxresults 10",
    );
    expect(query).toEqual({
      select: 'all',
      entity: 'Invoice',
      conditions: [
        { property: 'TxnDate', operator: '>=', values: [{ kind: 'string', text: '2026-01-01' }] },
        {
          property: 'Metadata.CreateTime',
          operator: '<',
          values: [{ kind: 'string', text: '2026-02-01T00:00:00Z' }],
        },
      ],
      order: [{ property: 'MetaData.CreateTime', isDescending: false }],
      startPosition: 5,
      maxResults: 10,
    });
  });

  it('accepts ORDER BY, MAXRESULTS before STARTPOSITION, COUNT, IN, LIKE and projections', () => {
    expect(parseQuery('select count(*) from invoice').select).toBe('count');
    expect(parseQuery('select Id, MetaData.LastUpdatedTime from Invoice').select).toEqual([
      'Id',
      'MetaData.LastUpdatedTime',
    ]);
    const query = parseQuery(
      "select * from Invoice where Id in ('1', '2') and DocNumber like 'A%' order by TxnDate desc, DocNumber maxresults 5 startposition 2",
    );
    expect(query.order.map((each) => each.isDescending)).toEqual([true, false]);
    expect([query.startPosition, query.maxResults]).toEqual([2, 5]);
    expect(query.conditions.map((each) => each.operator)).toEqual(['IN', 'LIKE']);
  });

  it('undoes escapes in strings', () => {
    const [condition] = parseQuery(
      String.raw`select * from Customer where DisplayName = 'Ada\'s Shop'`,
    ).conditions;
    expect(condition?.values).toEqual([{ kind: 'string', text: "Ada's Shop" }]);
  });

  it.each([
    ['selec * from Invoice', 'line 1, column 1.'],
    ['select * from Invoice where A = 1 or B = 2', 'line 1, column 35.'],
    ["select * from Invoice where TxnDate ! '1'", 'line 1, column 37.'],
    ['select * from Invoice maxresults', 'Encountered <EOF>'],
    ['select * from Invoice group by Id', 'column 23.'],
    ["select * from Invoice where DocNumber = 'open", 'column 41.'],
  ])('refuses %s and says where', (statement, place) => {
    expect(() => parseQuery(statement)).toThrow(expect.objectContaining({ code: '4000' }));
    expect(() => parseQuery(statement)).toThrow(place);
  });
});
