import type { RequestView } from '../application/views/request-view.js';
import type { CommandContext } from './command-context.js';
import { progressLine } from './views/progress-line.js';
import { jsonLine } from './output/json-line.js';
import { pageWidth } from './output/layout.js';
import { truncate } from './output/wrap.js';

/** Shows a request moving. After `end` nothing more is shown. */
export interface Progress {
  readonly show: (view: RequestView) => void;
  readonly end: () => void;
}

const clearLine = '\r\u001b[2K';

/** JSON lines on stdout with --json, one updating line on stderr for a person at a terminal, nothing otherwise. */
export function createProgress({ io, output }: CommandContext): Progress {
  let ended = false;
  const showOne = output.json
    ? (view: RequestView) => {
        io.stdout.write(jsonLine({ progress: view }));
      }
    : (view: RequestView) => {
        const width = Math.min(io.stderr.columns ?? pageWidth, pageWidth) - 1;
        if (io.stderr.isTTY) io.stderr.write(clearLine + truncate(progressLine(view), width));
      };
  return {
    show: (view) => {
      if (!ended) showOne(view);
    },
    end: () => {
      ended = true;
      if (io.stderr.isTTY && !output.json) io.stderr.write(clearLine);
    },
  };
}
