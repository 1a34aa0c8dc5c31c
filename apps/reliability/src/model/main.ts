import { parseArgs } from 'node:util';
import { wholeNumber } from '../rig/whole-number.ts';
import { runModel } from './run-model.ts';

const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    lanes: { type: 'string', default: '4' },
    path: { type: 'string' },
    'replay-path': { type: 'string' },
  },
});
const result = await runModel({
  commands: wholeNumber(values.commands, 'commands'),
  seed: values.seed === undefined ? 1 + Math.floor(Math.random() * 1e6) : wholeNumber(values.seed, 'seed'),
  lanes: values.path === undefined ? wholeNumber(values.lanes, 'lanes') : 1,
  ...(values.path !== undefined && {
    replay: { path: values.path, replayPath: values['replay-path'] ?? '' },
  }),
});
for (const { seed, path, replayPath, commands, error } of result.failures)
  console.error(
    `\n${commands}\n\n${error}\n\nAgain: npm run test:model -- --seed ${seed} --path ${path} --replay-path ${replayPath}\n`,
  );
console.log(JSON.stringify(result));
process.exit(result.failures.length === 0 ? 0 : 1);
