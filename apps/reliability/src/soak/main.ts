import { parseArgs } from 'node:util';
import { runSoak } from './run-soak.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    servers: { type: 'string', default: '5' },
    seed: { type: 'string' },
  },
});
const whole = (text: string, name: string) => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}".`);
  return Number(text);
};

const result = await runSoak({
  kills: whole(values.kills, 'kills'),
  servers: whole(values.servers, 'servers'),
  seed: values.seed === undefined ? 1 + Math.floor(Math.random() * 1e6) : whole(values.seed, 'seed'),
});
console.log(JSON.stringify(result));
process.exit(result.findings.length === 0 ? 0 : 1);
