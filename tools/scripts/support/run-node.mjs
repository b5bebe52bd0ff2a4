import { spawn } from 'node:child_process';
import { root } from './workspace.mjs';

/**
 * @typedef {object} Ended What became of a program.
 * @property {number} code Its exit code; 1 when a signal ended it.
 * @property {string} output What it wrote to stdout and stderr, as far as it was not passed through.
 * @property {string} stdout The part of it that went to stdout.
 */

/**
 * Runs a JavaScript program with this Node, from the root of the workspace, to its end.
 *
 * @param {readonly string[]} args The program's file and its arguments.
 * @param {{ env?: NodeJS.ProcessEnv, show?: 'live' | 'copy' | 'nothing' }} [options] `live`: it owns the terminal and
 *   nothing is returned; `copy`: its output is passed on and returned; `nothing`: it is returned only.
 * @returns {Promise<Ended>}
 */
export function runNode(args, { env = process.env, show = 'live' } = {}) {
  return run(process.execPath, args, env, show);
}

/** Runs npm like {@link runNode}: the very npm that started this script, or the one on the path. */
export function runNpm(args, options = {}) {
  const { env = process.env, show = 'live' } = options;
  const npm = process.env.npm_execpath;
  return npm === undefined ? run('npm', args, env, show) : run(process.execPath, [npm, ...args], env, show);
}

function run(program, args, env, show) {
  return new Promise((resolve, reject) => {
    const stdio = show === 'live' ? 'inherit' : ['inherit', 'pipe', 'pipe'];
    const child = spawn(program, args, { cwd: root, env, stdio });
    const chunks = [];
    for (const name of ['stdout', 'stderr']) {
      child[name]?.on('data', (chunk) => {
        chunks.push({ name, chunk });
        if (show === 'copy') process[name].write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      const stdout = textOf(chunks.filter(({ name }) => name === 'stdout'));
      resolve({ code: code ?? 1, output: textOf(chunks), stdout });
    });
  });
}

function textOf(chunks) {
  return Buffer.concat(chunks.map(({ chunk }) => chunk)).toString('utf8');
}
