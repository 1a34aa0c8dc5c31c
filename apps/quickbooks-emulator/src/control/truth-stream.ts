import { once } from 'node:events';
import type { Response } from 'express';
import type { Company } from '../company/company.ts';
import { truthOf } from '../company/truth.ts';
import { parseDay } from '../time/calendar-day.ts';
import { ControlError } from './control-error.ts';

const linesPerWrite = 500;

/** Writes one JSON object a line, as fast as the reader takes them. */
export async function streamTruth(response: Response, company: Company, since: unknown): Promise<void> {
  const day = since === undefined ? Number.NEGATIVE_INFINITY : parseDay(String(since));
  if (day === undefined) throw new ControlError(400, '"since" must be a date like 2026-01-31.');
  response.setHeader('Content-Type', 'application/x-ndjson;charset=UTF-8');
  let lines: string[] = [];
  const flush = async () => {
    const isRoomLeft = response.write(lines.join(''));
    lines = [];
    if (!isRoomLeft && !response.destroyed)
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
  };
  for (const truth of truthOf(company, day)) {
    lines.push(`${JSON.stringify(truth)}\n`);
    if (lines.length === linesPerWrite) await flush();
    if (response.destroyed) return;
  }
  await flush();
  response.end();
}
