import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';

it(
  'measures every side of every measure, compares what they have stored, and says so in one line',
  { timeout: 600_000 },
  async () => {
    const bench = spawn(
      process.execPath,
      [
        '--conditions=@sales-channels/source',
        '--import',
        'tsx',
        fileURLToPath(new URL('./main.ts', import.meta.url)),
        '--short',
        '--documents',
        '150',
        '--fleet-realms',
        '3',
      ],
      { env: { ...process.env, MONGODB_URI: inject('mongodbUri') }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const [line, told, [exitCode]] = await Promise.all([
      text(bench.stdout),
      text(bench.stderr),
      once(bench, 'exit'),
    ]);
    expect(told).toContain('PASS increment.idleCalls = 1');
    expect(JSON.parse(line)).toMatchObject({
      'backfill.callsOverFloor': expect.any(Number),
      'backfill.secondsOverFloor.none': expect.any(Number),
      'backfill.loopOverOurs': expect.any(Number),
      'backfill.tunedOverOurs': expect.any(Number),
      'increment.idleCalls': 1,
      'increment.idleOverSmall': expect.any(Number),
      'increment.changes900OverFloor': expect.any(Number),
      'fleet.two': expect.any(Number),
      'fleet.realmsRunTwice': 0,
      missed: [],
    });
    expect(exitCode).toBe(0);
  },
);
