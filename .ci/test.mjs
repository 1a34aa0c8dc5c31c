// The whole test command: every check, test project and trial, two at a time, and one line that adds them up.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const commands = {
  packages: ['node', '.ci/check-packages.mjs'],
  // Types as well.
  lint: ['npm', 'run', '--silent', 'lint'],
  format: ['npm', 'run', '--silent', 'format:check'],
  arrows: ['npm', 'run', '--silent', 'boundaries'],
  // Whether each fault of `npm run test:sabotage` still fits; running them all takes minutes of its own.
  sabotage: ['node', '.ci/sabotage/run.mjs', '--check'],
  unit: 'unit',
  e2e: 'e2e',
  integration: 'integration',
  dom: 'dom',
  stories: 'stories',
  // Short forms of what has commands of its own, with seeds that stay: each ends with a line of JSON that says what it did.
  model: ['npm', 'run', '--silent', 'test:model', '--', '--commands', '1000', '--seed', '300'],
  soak: ['npm', 'run', '--silent', 'test:soak', '--', '--kills', '10', '--servers', '3', '--seed', '3'],
};
// Most of them wait for something half of the time: a database, a page, an installation.
const LANES = 2;

const count = { passed: 0, failed: 0 };
/** What failed and why, told again below everything: a log of a thousand lines is often kept from its end only. */
const failures = [];
const running = new Set();
const env = { ...process.env, FORCE_COLOR: process.env.FORCE_COLOR ?? '0' };

// Whoever ends it early wants to see how far it came.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    for (const { child, output } of running) {
      child.kill(signal);
      process.stdout.write(Buffer.concat(output));
    }
    process.exit(1);
  });

mkdirSync('.cache', { recursive: true });
const waiting = Object.entries(commands);
const work = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await runOne(...next);
};
await Promise.all(Array.from({ length: LANES }, work));
for (const { title, reason } of failures) console.log(`FAILED ${title}\n${reason.slice(0, 4000)}\n`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

async function runOne(name, command) {
  const startedAt = performance.now();
  console.log(`… ${name}`);
  const { passed, failed } =
    typeof command === 'string' ? await runProject(command) : await runCommand(name, command);
  count.passed += passed;
  count.failed += failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`— ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`);
}

async function runCommand(name, command) {
  const { isGreen, output } = await run(command);
  if (!isGreen) failures.push({ title: name, reason: output.slice(-2000) });
  return { passed: Number(isGreen), failed: Number(!isGreen) };
}

async function runProject(project) {
  const file = `.cache/test-${project}.json`;
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { isGreen, output } = await run(['npx', 'vitest', 'run', '--project', project, ...reporters]);
  const { numPassedTests, numTotalTests, testResults } = readResult(file);
  // What broke outside of tests is told by the end of the output alone.
  const end = output.slice(-2000);
  const told = testResults.flatMap((file) => reasonsOf(file, end));
  if (told.length === 0 && (!isGreen || numTotalTests === 0)) told.push({ title: project, reason: end });
  failures.push(...told);
  const failed = numTotalTests - numPassedTests;
  // A project that ran nothing, or broke outside its tests, has failed as well.
  return { passed: numPassedTests, failed: failed === 0 && told.length > 0 ? 1 : failed };
}

/** Why tests of a file did not pass; those that never began, as what they need had failed, are in one line. */
function reasonsOf({ name, message, assertionResults }, end) {
  const missed = assertionResults.filter(({ status }) => status !== 'passed');
  const told = missed.filter(({ failureMessages }) => failureMessages.length > 0);
  const silent = missed.length - told.length;
  return [
    ...told.map(({ fullName, failureMessages }) => ({
      title: `${name}: ${fullName}`,
      reason: failureMessages.join('\n'),
    })),
    ...(silent > 0 || message
      ? [{ title: `${name}: ${silent} tests did not run`, reason: message || end }]
      : []),
  ];
}

/** Prints what a command has to say once it is through, so that two at a time can be read, and hands it back. */
function run([program, ...args]) {
  return new Promise((resolve) => {
    const output = [];
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    const part = { child, output };
    running.add(part);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => output.push(bytes));
    child
      .on('error', (error) => output.push(Buffer.from(`${error.message}\n`)))
      .on('close', (code) => {
        running.delete(part);
        process.stdout.write(Buffer.concat(output));
        resolve({ isGreen: code === 0, output: String(Buffer.concat(output)) });
      });
  });
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numTotalTests: 0, testResults: [] };
  }
}
