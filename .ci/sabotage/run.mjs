// Breaks a copy of the tree one line at a time: each fault must turn the test that is named beside it red.
// `npm run test:sabotage` runs them all, `-- --check` only sees that each still applies, `-- --only <words>` runs some.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { faults } from './faults.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean' }, only: { type: 'string' } } });
const chosen = faults.filter(({ name }) => values.only === undefined || name.includes(values.only));

const misfits = chosen.map((fault) => misfit(fault)).filter(Boolean);
if (misfits.length > 0 || chosen.length === 0) {
  console.error(misfits.join('\n') || 'No fault has this name.');
  process.exit(1);
}
if (values.check) {
  console.log(`${chosen.length} faults can be applied.`);
  process.exit(0);
}

const copy = mkdtempSync(join(tmpdir(), 'sabotage-'));
let missed = 0;
try {
  copyTree();
  for (const fault of chosen) {
    const verdict = judge(fault);
    missed += verdict === 'caught' ? 0 : 1;
    console.log(`${verdict === 'caught' ? '✓' : '✗'} ${fault.name}: ${verdict} by "${fault.test}"`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(JSON.stringify({ faults: chosen.length, caught: chosen.length - missed, missed }));
process.exitCode = missed === 0 ? 0 : 1;

/** Why a fault cannot be applied; null when it can. */
function misfit({ name, file, find, testFile }) {
  if (!existsSync(join(root, file))) return `${name}: there is no ${file}.`;
  if (!existsSync(join(root, testFile))) return `${name}: there is no ${testFile}.`;
  const count = readFileSync(join(root, file), 'utf8').split(find).length - 1;
  return count === 1 ? null : `${name}: ${file} has the line ${count} times.`;
}

/** The test has to be green without the fault and red with it. */
function judge({ file, find, replace, project, testFile, test }) {
  if (outcome(project, testFile, test) !== 'passed') return 'not even green without the fault, so not shown';
  const path = join(copy, file);
  const sound = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    sound.replace(find, () => replace),
  );
  const result = outcome(project, testFile, test);
  writeFileSync(path, sound);
  return result === 'failed' ? 'caught' : `missed (${result})`;
}

function outcome(project, testFile, test) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const pattern = test.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  spawnSync(
    'npx',
    [
      'vitest',
      'run',
      '--project',
      project,
      testFile,
      '-t',
      pattern,
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { cwd: copy, encoding: 'utf8', timeout: 600_000 },
  );
  if (!existsSync(report)) return 'no result';
  const tests = JSON.parse(readFileSync(report, 'utf8'))
    .testResults.flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed');
  if (tests.length === 0) return 'no such test';
  return tests.some(({ status }) => status === 'failed') ? 'failed' : 'passed';
}

/** The files git knows or would add; what is installed is linked, but for our own packages, which are those of the copy. */
function copyTree() {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  for (const file of stdout.split('\0').filter((path) => path && existsSync(join(root, path)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  const own = '@sales-channels';
  mkdirSync(join(copy, 'node_modules', own), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== own && name !== '.vite')
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  for (const folder of ['packages', 'apps'])
    for (const name of readdirSync(join(root, folder))) {
      symlinkSync(join(copy, folder, name), join(copy, 'node_modules', own, name));
      const nested = join(folder, name, 'node_modules');
      if (existsSync(join(root, nested))) symlinkSync(join(root, nested), join(copy, nested));
    }
  if (existsSync(join(root, '.cache'))) symlinkSync(join(root, '.cache'), join(copy, '.cache'));
}
