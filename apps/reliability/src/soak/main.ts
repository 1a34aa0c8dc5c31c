import { readOptions } from '../rig/read-options.ts';
import { anySeed, wholeNumber } from '../rig/whole-number.ts';
import { runSoak } from './run-soak.ts';

const options = readOptions(
  {
    command: 'npm run test:soak',
    options: {
      kills: 'servers to kill (200)',
      servers: 'servers that run at once (5)',
      seed: 'of what is chosen by chance (any)',
    },
  },
  ({ kills = '200', servers = '5', seed }) => ({
    kills: wholeNumber(kills, 'kills'),
    servers: wholeNumber(servers, 'servers'),
    seed: seed === undefined ? anySeed() : wholeNumber(seed, 'seed'),
  }),
);
const result = await runSoak(options);
console.log(JSON.stringify(result));
process.exit(result.findings.length === 0 ? 0 : 1);
