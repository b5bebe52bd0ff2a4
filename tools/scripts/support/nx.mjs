/**
 * The environment for nx: no daemon or helper process may outlive the command, and nothing is sent anywhere. nx would
 * colour what a file or a pipe gets, too.
 */
export function nxEnvironment() {
  const colours = process.stdout.isTTY ? {} : { FORCE_COLOR: '0' };
  const off = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };
  return { ...process.env, ...off, ...colours };
}
