import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const directory = fileURLToPath(new URL('../../../../.cache/reliability', import.meta.url));
/** For what is in CommonJS among that which goes into the one file. */
const require =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Puts programs into one file each: one that is killed hundreds of times has to start fast. @returns where they are */
export async function buildPrograms<N extends string>(programs: Record<N, URL>): Promise<Record<N, string>> {
  const built = {} as Record<N, string>;
  for (const [name, program] of Object.entries(programs) as [N, URL][]) {
    const outfile = `${directory}/${name}.mjs`;
    await build({
      entryPoints: [fileURLToPath(program)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      conditions: ['@sales-channels/source'],
      banner: { js: require },
      logLevel: 'error',
    });
    built[name] = outfile;
  }
  return built;
}
