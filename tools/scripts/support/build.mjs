import { runNode } from './run-node.mjs';
import { programs } from './workspace.mjs';

/**
 * Compiles what changed since the last time: the whole workspace, or the given projects and what they refer to.
 *
 * @param {readonly string[]} [projects] Their tsconfig files, relative to the root.
 * @throws Error when the sources do not compile; what is wrong was printed.
 */
export async function build(projects = []) {
  const { code } = await runNode([programs.tsc, '-b', ...projects]);
  if (code !== 0) throw new Error('The workspace does not compile. See the message of tsc above.');
}
