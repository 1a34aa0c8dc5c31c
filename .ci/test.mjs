// The whole test command: every check and every test project, commands two at a time and projects one after the other, and one line that adds them up.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const checks = {
  lint: ['npm', 'run', '--silent', 'lint'],
  format: ['npm', 'run', '--silent', 'format:check'],
  types: ['npm', 'run', '--silent', 'typecheck'],
  arrows: ['npm', 'run', '--silent', 'boundaries'],
  packages: ['node', '.ci/check-packages.mjs'],
  // Whether each fault of `npm run test:sabotage` still fits; running them all takes minutes of its own.
  sabotage: ['node', '.ci/sabotage/run.mjs', '--check'],
};
// Short forms of what has commands of its own, with seeds that stay: each ends with a line of JSON that says what it did.
const trials = {
  soak: ['npm', 'run', '--silent', 'test:soak', '--', '--kills', '10', '--servers', '3', '--seed', '3'],
  model: ['npm', 'run', '--silent', 'test:model', '--', '--commands', '1000', '--seed', '300'],
};
const projects = ['unit', 'dom', 'integration', 'stories', 'e2e'];

const count = { passed: 0, failed: 0 };
const env = { ...process.env, FORCE_COLOR: process.env.FORCE_COLOR ?? '0' };
const run = ([command, ...args]) => spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
const note = (name, passed, failed, startedAt) => {
  count.passed += passed;
  count.failed += failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`— ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`);
};

/** Each prints what it has to say once it is through, so that two at a time can be read. */
const runOne = ([name, [command, ...args]]) =>
  new Promise((resolve) => {
    const startedAt = performance.now();
    let output = '';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child
      .on('error', (error) => (output += error.message))
      .on('close', (code) => {
        process.stdout.write(output);
        note(name, Number(code === 0), Number(code !== 0), startedAt);
        resolve();
      });
  });
const runTwoAtATime = async (commands) => {
  const waiting = Object.entries(commands);
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await runOne(next);
  };
  await Promise.all([work(), work()]);
};
await runTwoAtATime(checks);

mkdirSync('.cache', { recursive: true });
for (const project of projects) {
  const startedAt = performance.now();
  const file = `.cache/test-${project}.json`;
  rmSync(file, { force: true });
  const isGreen = run([
    'npx',
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const { numPassedTests, numTotalTests } = readResult(file);
  // A project that ran nothing, or broke outside its tests, has failed as well.
  const failed = numTotalTests - numPassedTests;
  note(project, numPassedTests, failed === 0 && (!isGreen || numTotalTests === 0) ? 1 : failed, startedAt);
}

await runTwoAtATime(trials);

console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numTotalTests: 0 };
  }
}
