import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Company } from '../company/company.ts';
import { truthOf } from '../company/truth.ts';
import { parseDay } from '../time/calendar-day.ts';
import { ControlError } from './control-error.ts';

const documentsPerChunk = 500;

/** Writes one JSON object a line, as fast as the reader takes them. */
export async function streamTruth(response: Response, company: Company, since: unknown): Promise<void> {
  const day =
    since === undefined ? Number.NEGATIVE_INFINITY : parseDay(typeof since === 'string' ? since : '');
  if (day === undefined) throw new ControlError(400, '"since" must be a date like 2026-01-31.');
  response.setHeader('Content-Type', 'application/x-ndjson;charset=UTF-8');
  await pipeline(Readable.from(chunksOf(company, day)), response);
}

function* chunksOf(company: Company, sinceDay: number): Generator<string> {
  let lines: string[] = [];
  for (const truth of truthOf(company, sinceDay)) {
    lines.push(`${JSON.stringify(truth)}\n`);
    if (lines.length < documentsPerChunk) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length > 0) yield lines.join('');
}
