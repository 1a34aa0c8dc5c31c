import { startProgram } from '../rig/program.ts';
import type { Rig } from './start-rig.ts';

export type Reader = ReturnType<typeof startReader>;

/** The reader of the feed, which is killed and started again. */
export function startReader({ feedReader, directory, servers, stops }: Rig) {
  let kills = 0;
  const start = () =>
    startProgram({
      file: feedReader,
      env: { DIRECTORY: directory, SERVERS: servers.all.map(({ url }) => url).join(',') },
      logFile: `${directory}/feed-reader.log`,
    });
  let program = start();
  stops.push(() => (program.kill(), program.ended));
  return {
    kills: () => kills,
    kill(): void {
      program.kill();
      kills += 1;
      program = start();
    },
  };
}
