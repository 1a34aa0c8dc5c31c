/** How often the emulator is asked. */
const EVERY_MS = 200;

/** The emulator did not tell its time at the start. */
export class EmulatorClockError extends Error {}

/**
 * Keeps the process' time at that of an emulator, which tests move by hours and months.
 * @returns the clock; while the emulator does not answer it runs on.
 * @throws EmulatorClockError
 */
export async function followEmulatorClock(url: string): Promise<() => Date> {
  let { lead } = await readLead(url).catch((cause: unknown) => {
    throw new EmulatorClockError(
      `The emulator at QUICKBOOKS_EMULATOR_URL does not tell its time: ${String(cause)}`,
      { cause },
    );
  });

  async function look(): Promise<void> {
    const seen = await readLead(url).catch(() => null);
    // What the way of the answer explains is no jump.
    if (seen && Math.abs(seen.lead - lead) > seen.inexactness) lead = seen.lead;
    setTimeout(() => void look(), EVERY_MS).unref();
  }
  setTimeout(() => void look(), EVERY_MS).unref();
  return () => new Date(Date.now() + lead);
}

/** How far the emulator is ahead, and how much of that may be the way of its answer; milliseconds. */
async function readLead(url: string): Promise<{ lead: number; inexactness: number }> {
  const askedAt = Date.now();
  const response = await fetch(`${url}/control/clock`, { signal: AbortSignal.timeout(5000) });
  const { now } = (await response.json()) as { now: string };
  const answeredAt = Date.now();
  const lead = Date.parse(now) - (askedAt + answeredAt) / 2;
  if (!Number.isFinite(lead)) throw new Error(`it answers ${response.status} without a time.`);
  return { lead, inexactness: answeredAt - askedAt + 2 };
}
