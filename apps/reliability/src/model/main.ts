import { parseArgs } from 'node:util';
import { orUsage } from '../rig/or-usage.ts';
import { seedOf, wholeNumber } from '../rig/whole-number.ts';
import { runModel } from './run-model.ts';

const usage = `npm run test:model -- [options]

  --commands N      commands to carry out (10000)
  --seed N          seed of the random choices (a new one)
  --lanes N         businesses side by side (4)
  --path P          of a failure to see again, as it was printed with it
  --replay-path P   of the same failure`;

const options = orUsage(usage, () => {
  const { values } = parseArgs({
    options: {
      commands: { type: 'string', default: '10000' },
      seed: { type: 'string' },
      lanes: { type: 'string', default: '4' },
      path: { type: 'string' },
      'replay-path': { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { path, 'replay-path': replayPath } = values;
  return {
    commands: wholeNumber(values.commands, 'commands'),
    seed: seedOf(values.seed),
    lanes: path === undefined ? wholeNumber(values.lanes, 'lanes') : 1,
    ...(path !== undefined && { replay: { path, replayPath } }),
  };
});
const result = await runModel(options);
for (const { seed, path, replayPath, commands, error } of result.failures)
  console.error(
    `\n${commands}\n\n${error}\n\nAgain: npm run test:model -- --seed ${seed} --path ${path} --replay-path ${replayPath}\n`,
  );
console.log(JSON.stringify(result));
process.exit(result.failures.length === 0 ? 0 : 1);
