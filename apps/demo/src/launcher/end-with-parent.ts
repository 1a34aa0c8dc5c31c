// Loaded into a child before its program: however the launcher ends, the pipe to its children closes.
process.stdin.on('close', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5000).unref();
});
process.stdin.resume();
// The pipe alone shall not keep a child alive whose work is done.
if ('unref' in process.stdin && typeof process.stdin.unref === 'function') process.stdin.unref();
