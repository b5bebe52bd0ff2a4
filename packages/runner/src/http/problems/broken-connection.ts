import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { kinds, problem } from './kinds.js';
import type { Problem } from './problem.js';

const tooSlow = problem(kinds.tooSlow, 'Send headers and body faster.');
const tooLarge = problem(kinds.headersTooLarge, 'Send fewer or shorter headers.');
const malformed = problem(kinds.invalidInput, 'What arrived is no HTTP request.');

/** What the server finds wrong before there is a request, by its codes. */
const known: { readonly [code: string]: Problem } = {
  ERR_HTTP_REQUEST_TIMEOUT: tooSlow,
  HPE_HEADER_OVERFLOW: tooLarge,
};

/** Answers a connection on which no request arrived that could be read, and ends it. */
export function answerBrokenConnection(error: Error & { readonly code?: string }, socket: Socket): void {
  const { code = '' } = error;
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  socket.end(answerOf(known[code] ?? malformed), () => {
    socket.destroy();
  });
}

function answerOf(found: Problem): string {
  const body = JSON.stringify(found);
  const lines = [
    `HTTP/1.1 ${found.status} ${STATUS_CODES[found.status] ?? ''}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
