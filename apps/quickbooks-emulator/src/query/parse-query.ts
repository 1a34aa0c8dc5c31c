import { QueryFault } from './query-fault.ts';
import { type Token, tokenize } from './tokenize.ts';

export interface Literal {
  readonly kind: 'string' | 'number' | 'word';
  readonly text: string;
}

export type Operator = '=' | '<' | '>' | '<=' | '>=' | 'IN' | 'LIKE';

export interface Condition {
  readonly property: string;
  readonly operator: Operator;
  readonly values: readonly Literal[];
}

export interface Query {
  readonly select: 'all' | 'count' | readonly string[];
  readonly entity: string;
  readonly conditions: readonly Condition[];
  readonly order: readonly { readonly property: string; readonly isDescending: boolean }[];
  readonly startPosition: number | undefined;
  readonly maxResults: number | undefined;
}

const clauses = ['where', 'order', 'orderby', 'startposition', 'maxresults'];

/** Reads a statement of the service's query language; keywords and names in any case. */
export function parseQuery(statement: string): Query {
  const tokens = tokenize(statement);
  let position = 0;

  const peek = () => tokens[position] as Token;
  const isWord = (word: string, token = peek()) => token.kind === 'word' && token.text.toLowerCase() === word;
  const isSymbol = (symbol: string) => peek().kind === 'symbol' && peek().text === symbol;
  const refuse = (...expected: string[]): never => {
    const token = peek();
    const kinds = {
      word: ' <IDENTIFIER>',
      string: ' <STRING>',
      number: ' <NUMBER>',
      symbol: '',
      end: '<EOF>',
    };
    const shown = token.kind === 'end' ? '<EOF>' : `"${kinds[token.kind]} "${token.text} ""`;
    const wanted = expected.map((each) => `\n    ${each} ...`).join('');
    throw new QueryFault(
      '4000',
      `QueryParserError: Encountered ${shown} at line 1, column ${token.column}.\nWas expecting one of:${wanted}\n    `,
    );
  };
  const take = () => {
    const token = peek();
    position += 1;
    return token;
  };
  const takeWord = (word: string) => (isWord(word) ? take() : refuse(`<${word.toUpperCase()}>`));
  const takeSymbol = (symbol: string) => (isSymbol(symbol) ? take() : refuse(`"${symbol}"`));
  const takeName = () => (peek().kind === 'word' ? take().text : refuse('<IDENTIFIER>'));
  const takeInteger = () => {
    const token = peek();
    if (token.kind !== 'number' || !/^\d+$/.test(token.text)) refuse('<INTEGER>');
    return Number(take().text);
  };

  const takeSelection = (): Query['select'] => {
    if (isSymbol('*')) {
      take();
      return 'all';
    }
    const names = [takeName()];
    if (names[0]?.toLowerCase() === 'count' && isSymbol('(')) {
      take();
      takeSymbol('*');
      takeSymbol(')');
      return 'count';
    }
    while (isSymbol(',')) {
      take();
      names.push(takeName());
    }
    return names;
  };

  const takeLiteral = (): Literal => {
    const token = peek();
    if (token.kind === 'string' || token.kind === 'number' || token.kind === 'word') {
      take();
      return { kind: token.kind, text: token.text };
    }
    return refuse('<STRING>', '<NUMBER>', '<BOOLEAN>');
  };

  const takeCondition = (): Condition => {
    const property = takeName();
    if (isWord('in')) {
      take();
      takeSymbol('(');
      const values = [takeLiteral()];
      while (isSymbol(',')) {
        take();
        values.push(takeLiteral());
      }
      takeSymbol(')');
      return { property, operator: 'IN', values };
    }
    if (isWord('like')) {
      take();
      return { property, operator: 'LIKE', values: [takeLiteral()] };
    }
    const symbol = peek();
    if (symbol.kind !== 'symbol' || !['=', '<', '>', '<=', '>='].includes(symbol.text)) {
      refuse('"="', '"<"', '">"', '"<="', '">="', '<IN>', '<LIKE>');
    }
    return { property, operator: take().text as Operator, values: [takeLiteral()] };
  };

  takeWord('select');
  const select = takeSelection();
  takeWord('from');
  const entity = takeName();
  const conditions: Condition[] = [];
  const order: { property: string; isDescending: boolean }[] = [];
  let startPosition: number | undefined;
  let maxResults: number | undefined;

  if (isWord('where')) {
    take();
    conditions.push(takeCondition());
    while (isWord('and')) {
      take();
      conditions.push(takeCondition());
    }
  }
  if (isWord('orderby') || isWord('order')) {
    if (isWord('order', take())) takeWord('by');
    for (;;) {
      const property = takeName();
      const isDescending = isWord('desc');
      if (isDescending || isWord('asc')) take();
      order.push({ property, isDescending });
      if (!isSymbol(',')) break;
      take();
    }
  }
  for (;;) {
    if (isWord('startposition') && startPosition === undefined) {
      take();
      startPosition = takeInteger();
    } else if (isWord('maxresults') && maxResults === undefined) {
      take();
      maxResults = takeInteger();
    } else break;
  }
  if (peek().kind !== 'end') refuse('<EOF>', '<AND>', ...clauses.map((clause) => `"${clause}"`));
  return { select, entity, conditions, order, startPosition, maxResults };
}
