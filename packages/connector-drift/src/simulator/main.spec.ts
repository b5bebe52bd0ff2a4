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
    const headers = { authorization: `Bearer ${String(line['staticToken'])}` };
    const answer = await fetch(`${String(line['baseUrl'])}/contacts?email=ada%40example.com`, { headers });
    expect(((await answer.json()) as { data: unknown[] }).data).toHaveLength(1);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends when stdin closes, if asked to', async () => {
    const child = start('--json', '--until-stdin-closes');
    await firstLine(child);
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each([
    [['--options', '{'], 'not JSON'],
    [['--options', '{"nonsense":1}'], 'no option "nonsense"'],
    [['--port', 'x'], '--port must be'],
    [['--nonsense'], 'nonsense'],
  ])('explains %j in a sentence', async (argv, sentence) => {
    const child = start(...argv);
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(text).toContain(sentence);
    expect(text).not.toContain('    at ');
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
