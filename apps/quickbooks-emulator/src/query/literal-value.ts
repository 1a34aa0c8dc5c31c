import { formatDay, parseDay } from '../time/calendar-day.ts';
import { fromPacificWallClock, pacificDay } from '../time/pacific-time.ts';
import type { Literal } from './parse-query.ts';
import { QueryFault } from './query-fault.ts';

export type PropertyKind = 'id' | 'text' | 'number' | 'boolean' | 'date' | 'instant';
export type Comparable = string | number | boolean;

export interface LiteralSetting {
  /** Epoch seconds. */
  readonly now: number;
  readonly offsetlessZone: 'pacific' | 'utc';
}

/** Epoch seconds, with a fraction, of a date-time as statements and change requests write it; undefined when it is none. */
export function parseInstant(text: string, offsetlessZone: 'pacific' | 'utc'): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text,
  );
  if (!match || parseDay(match[1] as string) === undefined) return undefined;
  const [, day, time = '00:00:00', zone] = match;
  const offset = zone === undefined || zone === 'Z' ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
  const milliseconds = Date.parse(`${day}T${time}${offset}`);
  if (Number.isNaN(milliseconds)) return undefined;
  const seconds = milliseconds / 1000;
  return zone === undefined && offsetlessZone === 'pacific' ? fromPacificWallClock(seconds) : seconds;
}

/** The value a literal stands for when compared with a property of a kind. */
export function literalValue(
  literal: Literal,
  kind: PropertyKind,
  property: string,
  setting: LiteralSetting,
): Comparable {
  const refuse = (): never => {
    throw new QueryFault(
      '4001',
      `QueryValidationError: value ${literal.text} is not valid for property ${property}`,
    );
  };
  const word = literal.kind === 'word' ? literal.text.toLowerCase() : undefined;
  if (word === 'current_date' && (kind === 'date' || kind === 'instant')) {
    const day = pacificDay(setting.now);
    return kind === 'date' ? day : (parseInstant(formatDay(day), 'pacific') ?? refuse());
  }
  if (kind === 'boolean') {
    const text = literal.text.toLowerCase();
    return text === 'true' ? true : text === 'false' ? false : refuse();
  }
  if (word !== undefined) return refuse();
  if (kind === 'number') {
    const value = Number(literal.text);
    return literal.text.trim() === '' || Number.isNaN(value) ? refuse() : value;
  }
  if (kind === 'date') return parseDay(literal.text.slice(0, 10)) ?? refuse();
  if (kind === 'instant') return parseInstant(literal.text, setting.offsetlessZone) ?? refuse();
  return literal.text;
}
