import { exitCodes } from './exit-code.js';
import type { CliIo, TextStream } from './io.js';

const graceMilliseconds = 2_000;
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The real process, and a way to interrupt it from within. Repeated signals change nothing: npx passes a Ctrl-C on that the terminal already sent, and ending
 * takes seconds at most.
 */
export function processIo(): { readonly io: CliIo; readonly interrupt: () => void } {
  const controller = new AbortController();
  const interrupt = (): void => {
    controller.abort();
  };
  for (const signal of endings) process.on(signal, interrupt);
  const io: CliIo = {
    stdout: textStream(process.stdout, interrupt),
    stderr: textStream(process.stderr, () => undefined),
    stdin: { isTTY: process.stdin.isTTY, readToEnd: readStdin },
    environment: process.env,
    signal: controller.signal,
    graceMilliseconds,
  };
  return { io, interrupt };
}

/**
 * A reader that went away (`dsr … | head`) is told to `onReaderGone` and to nobody else. Output that is lost for another
 * reason, e.g. a full disk, must not look like success.
 */
function textStream(stream: NodeJS.WriteStream, onReaderGone: () => void): TextStream {
  let writable = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    writable = false;
    if (error.code === 'EPIPE') onReaderGone();
    else failAtExit(error.code ?? 'no code');
  });
  return {
    isTTY: stream.isTTY,
    columns: stream.columns,
    write: (text) => {
      if (writable) stream.write(text);
    },
  };
}

function failAtExit(code: string): void {
  process.stderr.write(`The output cannot be written (${code}). Nothing recorded is lost.\n`);
  process.once('exit', () => {
    process.exitCode ||= exitCodes.unexpected;
  });
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
