import type { CliIo, TextStream } from '../io.js';

/** Marks text; changes nothing where colours are not wanted. Applied after wrapping, as marks take no columns. */
export type Mark = (text: string) => string;

export interface Style {
  readonly heading: Mark;
  readonly faint: Mark;
  readonly good: Mark;
  readonly warning: Mark;
  readonly bad: Mark;
}

const sgr =
  (start: number, end: number): Mark =>
  (text) =>
    `\u001b[${start}m${text}\u001b[${end}m`;

const colours: Style = {
  heading: sgr(1, 22),
  faint: sgr(2, 22),
  good: sgr(32, 39),
  warning: sgr(33, 39),
  bad: sgr(31, 39),
};

export const plain: Mark = (text) => text;

const noColours: Style = { heading: plain, faint: plain, good: plain, warning: plain, bad: plain };

/** Colours only for a terminal that can, and for people who have not set NO_COLOR (no-color.org). */
export function styleFor(stream: TextStream, environment: CliIo['environment']): Style {
  const unwanted = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  return stream.isTTY && !unwanted ? colours : noColours;
}
