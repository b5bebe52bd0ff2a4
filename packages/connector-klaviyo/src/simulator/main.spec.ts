import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/simulator/main.js', import.meta.url));
const running: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

describe('the simulator as a process', () => {
  it('says where it listens and ends on SIGTERM', async () => {
    const child = start('--port', '0', '--json', '--options', '{"subjects":[{"email":"ada@example.com"}]}');
    const line = await firstLine(child);
    expect(line['subjects']).toEqual(['ada@example.com']);
    const headers = {
      authorization: `Klaviyo-API-Key ${String(line['privateKey'])}`,
      revision: '2026-07-15',
      accept: 'application/vnd.api+json',
    };
    expect((await fetch(`${String(line['baseUrl'])}/api/accounts`, { headers })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

function start(...argv: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [MAIN, ...argv]);
  running.push(child);
  return child;
}

async function firstLine(child: ChildProcessWithoutNullStreams): Promise<Record<string, unknown>> {
  for await (const line of createInterface({ input: child.stdout }))
    return JSON.parse(line) as Record<string, unknown>;
  throw new Error('The simulator said nothing.');
}
