import { parseArgs } from 'node:util';
import { wholeNumber } from '../rig/whole-number.ts';
import { runSoak } from './run-soak.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    servers: { type: 'string', default: '5' },
    seed: { type: 'string' },
  },
});
const result = await runSoak({
  kills: wholeNumber(values.kills, 'kills'),
  servers: wholeNumber(values.servers, 'servers'),
  seed: values.seed === undefined ? 1 + Math.floor(Math.random() * 1e6) : wholeNumber(values.seed, 'seed'),
});
console.log(JSON.stringify(result));
process.exit(result.findings.length === 0 ? 0 : 1);
