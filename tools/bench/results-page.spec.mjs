import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parts } from './parts.mjs';
import { machine, resultsPage } from './results-page.mjs';

const part = { name: 'calls', title: 'Calls', about: 'Of one request.' };

describe('the page of figures', () => {
  it('has a section with a row for each figure of each part that was measured', () => {
    const figures = { runner: { vendorCalls: 1234, answers429: 0 }, goal: 0.95 };
    const others = { name: 'other', title: 'Other', about: '' };
    const page = resultsPage([part, others], { calls: figures }, 'a machine', '2026-11-22');
    expect(page).toContain('on 2026-11-22: a machine.');
    expect(page).toContain(`## Calls

Of one request.

| measure              | figure |
| -------------------- | -----: |
| runner: vendor calls |  1,234 |
| runner: answers 429  |      0 |
| goal                 |   0.95 |
`);
    expect(page).not.toContain('Other');
  });

  it('names the machine', () => {
    expect(machine()).toMatch(/^\w+ [\d.]+, \d+ cores \(.+\), \d+ GB, Node \d+\.\d+\.\d+$/);
  });
});

it.each(parts)('the part $name has a program', ({ name }) => {
  expect(existsSync(new URL(`./${name}.mjs`, import.meta.url))).toBe(true);
});
