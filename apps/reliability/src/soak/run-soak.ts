import { createRandom } from '../rig/random.ts';
import { liveOn } from './company-life.ts';
import { startReader } from './feed-reader-process.ts';
import { judge } from './judge.ts';
import { createKill } from './kill.ts';
import { createPairs } from './pairs.ts';
import type { Phase } from './phases.ts';
import { PHASE_NAMES } from './phases.ts';
import { startRig } from './start-rig.ts';

const FLOOR = '2026-01-01';

interface SoakOptions {
  kills: number;
  servers: number;
  seed: number;
}

/** Kills servers again and again while companies and people go on, then compares everything. Ends everything it started. */
export async function runSoak({ kills, servers, seed }: SoakOptions) {
  const startedAt = Date.now();
  const random = createRandom(seed);
  const rig = await startRig({ servers, seed });
  try {
    // As unforgiving as QuickBooks might be: a replaced refresh token is dead at once, and using it ends the grant.
    await rig.control('switches', { guessOldRefreshTokenRevokes: true, guessRefreshGraceSeconds: 0 });
    const companies = createPairs(rig, {
      floor: FLOOR,
      random: createRandom(seed + 1),
      seed,
      isLarge: kills >= 100,
    });
    await companies.openNext();
    const reader = startReader(rig);
    const life = liveOn(companies.pairs, FLOOR, createRandom(seed + 2));
    const kill = createKill({ rig, companies, random });
    const byMoment: Record<string, number> = {};
    const byPhase = Object.fromEntries(PHASE_NAMES.map((phase) => [phase, 0])) as Record<Phase, number>;
    const findings: string[] = [];
    let done = 0;
    let missed = 0;
    for (const deadline = startedAt + 180_000 + kills * 15_000; done < kills;) {
      const phase = leastKilled(byPhase, random.next());
      const moment = await kill.at(phase);
      if (moment) {
        done += 1;
        byPhase[phase] += 1;
        byMoment[moment] = (byMoment[moment] ?? 0) + 1;
        if (done % 10 === 5) reader.kill();
        process.stderr.write(`${done} at "${moment}", ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
      } else missed += 1;
      if (done < kills && (Date.now() > deadline || missed > 5)) {
        findings.push(`Only ${done} of ${kills} kills in time; ${missed} moments did not come.`);
        break;
      }
    }
    await kill.allBack();
    await companies.openNext();
    await life.stop();
    const verdict = await judge({ rig, pairs: companies.pairs, floor: FLOOR });
    const reconnected = life.counts.reconnected + verdict.reconnected;
    const unrecoverable = rig.servers.lostTokens();
    if (reconnected > unrecoverable)
      findings.push(
        `${reconnected} sign-ins were needed, and ${unrecoverable} grants can have been lost by kills.`,
      );
    return {
      test: 'soak',
      seed,
      servers,
      engine: rig.engine,
      seconds: Math.round((Date.now() - startedAt) / 1000),
      kills: done,
      byPhase,
      byMoment,
      missed,
      readerKills: reader.kills(),
      companies: companies.pairs.length,
      mutations: life.counts.mutations,
      syncsAsked: life.counts.asked,
      unrecoverable,
      reconnected,
      ...verdict.counts,
      findings: [...findings, ...verdict.findings],
    };
  } finally {
    await rig.stop();
  }
}

/** Phases take turns; which of those that have waited longest is chance. */
function leastKilled(byPhase: Record<Phase, number>, choice: number): Phase {
  const least = Math.min(...Object.values(byPhase));
  const waiting = PHASE_NAMES.filter((phase) => byPhase[phase] === least);
  return waiting[Math.floor(choice * waiting.length)] ?? 'fetch';
}
