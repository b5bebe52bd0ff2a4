import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDriftSimulator } from '../../packages/connector-drift/dist/simulator/index.js';
import { dsrIn } from '../scripts/support/dsr.mjs';

const preload = new URL('./peak-memory.mjs', import.meta.url).href;

/**
 * Runs `act` with a simulated Drift in this process, and with a `dsr` of its own process that has it as a connection.
 * `measured` runs a command and returns `{ result, peakMemoryMb }`.
 */
export async function onStage({ signal, simulator: options, settings }, act) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const simulator = await startDriftSimulator(options);
  try {
    const dsr = dsrIn(join(folder, 'home'), signal);
    await connect(dsr, simulator, settings);
    return await act({ dsr, measured: measured(dsr, join(folder, 'peak')), simulator, folder });
  } finally {
    await simulator.close();
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}

async function connect(dsr, { baseUrl, staticToken }, settings) {
  const pairs = Object.entries({ baseUrl, ...settings });
  const given = pairs.flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const args = ['connection', 'add', 'drift', '--name', 'bench', ...given, '--token-env', 'DRIFT_TOKEN'];
  await dsr(args, { env: { DRIFT_TOKEN: staticToken } });
}

function measured(dsr, file) {
  return async (args) => {
    const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${preload}`;
    const env = { NODE_OPTIONS, PEAK_MEMORY_FILE: file };
    const result = await dsr(args, { env });
    return { result, peakMemoryMb: Math.round(Number(await readFile(file, 'utf8')) / 1024 ** 2) };
  };
}
