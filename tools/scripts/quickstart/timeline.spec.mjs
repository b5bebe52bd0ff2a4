import { describe, expect, it } from '@jest/globals';
import { createTimeline } from './timeline.mjs';

function printed(act, times) {
  let text = '';
  act(
    createTimeline(
      (more) => (text += more),
      () => times.shift(),
    ),
  );
  return text;
}

describe('the timeline', () => {
  it('says when something happened, with its details below', () => {
    expect(printed((timeline) => timeline.event('Connected.', ['By OAuth']), [1000, 3500])).toBe(
      '   2.5 s  Connected.\n            By OAuth\n',
    );
  });

  it('keeps to 80 columns and loses no word', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
    const text = printed((timeline) => timeline.event(words.join(' '), [words.join(' ')]), [0, 0]);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text.match(/word\d+/g)).toEqual([...words, ...words]);
  });
});
