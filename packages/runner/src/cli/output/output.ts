import type { FailureDescription } from '../errors/describe-error.js';
import type { CliIo } from '../io.js';
import { cleanText } from './clean-text.js';
import { jsonLine } from './json-line.js';
import { type Lines, paragraph } from './layout.js';
import { type Style, styleFor } from './style.js';

/** Where results, JSON lines and failures go. With `json`, stdout carries JSON only. */
export interface Output {
  readonly json: boolean;
  /** Prints the outcome of a command in the form that was asked for. */
  result(document: unknown, text: (style: Style) => Lines): void;
  failure(failure: FailureDescription, error: unknown): void;
}

/** The output of one command. */
export function createOutput(io: CliIo, json: boolean): Output {
  const style = styleFor(io.stdout, io.environment);
  return {
    json,
    result: (document, text) => {
      io.stdout.write(
        json
          ? jsonLine(document)
          : text(style)
              .map((line) => `${line}\n`)
              .join(''),
      );
    },
    failure: (failure, error) => {
      io.stderr.write(json ? failureJson(failure) : failureText(io, failure));
      if (io.environment['DSR_DEBUG'] === '1') io.stderr.write(`${debugText(error)}\n`);
    },
  };
}

function failureJson({ code, message }: FailureDescription): string {
  return jsonLine({ error: { code, message: cleanText(message) } });
}

/** Wrapped for a person at a terminal; one line for logs and scripts. */
function failureText(io: CliIo, { message }: FailureDescription): string {
  const mark = styleFor(io.stderr, io.environment).bad;
  const lines = io.stderr.isTTY ? paragraph(message, '', mark) : [cleanText(message)];
  return lines.map((line) => `${line}\n`).join('');
}

function debugText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.name) : String(error);
}
