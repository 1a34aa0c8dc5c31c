import { QueryFault } from './query-fault.ts';

export type TokenKind = 'word' | 'string' | 'number' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; strings without quotes and with escapes undone. */
  readonly text: string;
  readonly column: number;
}

const pattern =
  /\s+|(?<word>[A-Za-z_][A-Za-z0-9_.]*)|(?<number>-?\d+(?:\.\d+)?)|'(?<string>(?:\\.|[^'\\])*)'|(?<symbol><=|>=|[=<>(),*])/y;

/** Splits a statement into tokens, the last one always `end`. */
export function tokenize(statement: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < statement.length) {
    pattern.lastIndex = position;
    const match = pattern.exec(statement);
    const column = position + 1;
    if (!match) {
      const character = statement.charAt(position);
      throw new QueryFault(
        '4000',
        `QueryParserError: Lexical error at line 1, column ${column}.  Encountered: "${character}"`,
      );
    }
    position = pattern.lastIndex;
    const { word, number, string, symbol } = match.groups ?? {};
    if (word !== undefined) tokens.push({ kind: 'word', text: word, column });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, column });
    else if (string !== undefined)
      tokens.push({ kind: 'string', text: string.replaceAll(/\\(.)/g, '$1'), column });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, column });
  }
  tokens.push({ kind: 'end', text: '', column: statement.length + 1 });
  return tokens;
}
