import { npmAncestors, watchProcesses } from './npm-ancestors.ts';

/**
 * Stops what was started, last first, on Ctrl-C, on SIGTERM and when the npm that runs the launcher ends; a second signal ends the
 * process at once.
 */
export function stopOnSignal() {
  const stops: (() => Promise<unknown>)[] = [];
  let isStopping = false;
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  const onSignal = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.on('SIGHUP', onSignal);
  watchProcesses(npmAncestors(), onSignal);
  return { add: (end: () => Promise<unknown>) => void stops.push(end), stop };
}
