import { describe, expect, it } from '@jest/globals';
import { missingLines } from './printed.mjs';
import { stepsOf } from './steps.mjs';

describe('the steps of a tutorial', () => {
  it('are commands, the files before them, and what they print', () => {
    const tutorial = [
      'Write `this`:\n\n**`src/a.ts`**\n\n```ts\nexport const a = 1;\n```\n',
      'Run it:\n\n```sh fails\nnpm test\n```\n\nIt says:\n\n```text\none\n\ntwo\n```\n',
    ].join('\n');
    expect(stepsOf(tutorial)).toEqual([
      {
        files: [{ path: 'src/a.ts', text: 'export const a = 1;\n' }],
        commands: 'npm test\n',
        fails: true,
        output: ['one', '', 'two'],
      },
    ]);
  });

  it.each([
    ['code without a path', '```ts\nconst a = 1;\n```\n', 'The block "const a = 1;" is no file'],
    [
      'a path that is not right above',
      '**`a.ts`**\n\nwords\n\n```ts\na;\n```\n',
      'The block "a;" is no file',
    ],
    ['a file after which nothing is run', '**`a.ts`**\n\n```ts\na;\n```\n', 'Nothing is run after a.ts'],
    ['output of nothing', '```text\ndone\n```\n', 'The block "done" does not follow a command'],
  ])('do not include %s', (_, tutorial, problem) => {
    expect(() => stepsOf(tutorial)).toThrow(problem);
  });
});

describe('what a command printed', () => {
  const output = 'one\n  two   words (3 ms)\nTests:   38 passed, 38 total\n';

  it('has the expected lines, in their order', () => {
    expect(missingLines(output, ['one', 'two words', 'Tests: … passed, … total'])).toEqual([]);
    expect(missingLines(output, ['two words', 'one'])).toEqual(['one']);
  });

  it('does not have others', () => {
    expect(missingLines(output, ['three', 'Tests: … failed, … total', '38 passed. 38'])).toHaveLength(3);
  });
});
