/** The environment of a contributor's shell: nothing of the npm, the nx and the jest that run a test, and nothing left running. */
export function contributorEnvironment() {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(INIT_CWD|JEST_|NODE_ENV|NODE_OPTIONS|NX_|npm_)/.test(name),
  );
  const nx = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' };
  return { ...Object.fromEntries(own), ...nx };
}
