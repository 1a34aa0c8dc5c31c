/** Stops what was started, last first, on Ctrl-C or SIGTERM; a second signal ends the process at once. */
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
  return { add: (end: () => Promise<unknown>) => void stops.push(end), stop };
}
