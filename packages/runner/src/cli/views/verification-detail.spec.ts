import { describe, expect, it } from '@jest/globals';
import { plain } from '../output/style.js';
import { verificationDetail } from './verification-detail.js';

const style = { heading: plain, faint: plain, good: plain, warning: plain, bad: plain };

function textOf(checkpoints: number): string {
  const seen = { firstEntry: 1, lastEntry: 7, entries: 7, checkpoints, changeable: null };
  const view = { holds: true, ...seen, problems: [], moreProblems: 0 };
  return verificationDetail(view, style).join(' ');
}

describe('what was checked of an audit log', () => {
  it('tells how to have a checkpoint when there was none', () => {
    expect(textOf(0)).toContain('no signed checkpoint to compare with');
    expect(textOf(0)).toContain('dsr worker --until-idle');
    expect(textOf(1)).toContain('Compared with 1 signed checkpoint.');
    expect(textOf(2)).toContain('Compared with 2 signed checkpoints.');
  });
});
