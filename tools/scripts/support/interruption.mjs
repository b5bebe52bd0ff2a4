/** A signal that aborts when the person or the system wants this process to end. */
export function interruption() {
  const controller = new AbortController();
  const abort = () => controller.abort(Object.assign(new Error('Interrupted.'), { exitCode: 130 }));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, abort);
  return controller.signal;
}
