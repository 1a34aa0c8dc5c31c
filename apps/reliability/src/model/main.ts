import { readOptions } from '../rig/read-options.ts';
import { anySeed, wholeNumber } from '../rig/whole-number.ts';
import { runModel } from './run-model.ts';

const options = readOptions(
  {
    command: 'npm run test:model',
    options: {
      commands: 'commands to carry out (10000)',
      seed: 'of what is chosen by chance (any)',
      lanes: 'businesses side by side (4)',
      path: 'of a failure to see again, as it was told',
      'replay-path': 'as told with it',
    },
  },
  ({ commands = '10000', seed, lanes = '4', path, 'replay-path': replayPath = '' }) => ({
    commands: wholeNumber(commands, 'commands'),
    seed: seed === undefined ? anySeed() : wholeNumber(seed, 'seed'),
    lanes: path === undefined ? wholeNumber(lanes, 'lanes') : 1,
    ...(path !== undefined && { replay: { path, replayPath } }),
  }),
);
const result = await runModel(options);
for (const { seed, path, replayPath, commands, error } of result.failures)
  console.error(
    `\n${commands}\n\n${error}\n\nAgain: npm run test:model -- --seed ${seed} --path ${path} --replay-path ${replayPath}\n`,
  );
console.log(JSON.stringify(result));
process.exit(result.failures.length === 0 ? 0 : 1);
