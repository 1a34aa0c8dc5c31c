import { parseArgs } from 'node:util';
import { orUsage } from '../rig/or-usage.ts';
import { seedOf, wholeNumber } from '../rig/whole-number.ts';
import { runSoak } from './run-soak.ts';

const usage = `npm run test:soak -- [options]

  --kills N     servers to kill (200)
  --servers N   servers that run at once (5)
  --seed N      seed of the random choices (a new one)`;

const options = orUsage(usage, () => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      servers: { type: 'string', default: '5' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  return {
    kills: wholeNumber(values.kills, 'kills'),
    servers: wholeNumber(values.servers, 'servers'),
    seed: seedOf(values.seed),
  };
});
const result = await runSoak(options);
console.log(JSON.stringify(result));
process.exit(result.findings.length === 0 ? 0 : 1);
