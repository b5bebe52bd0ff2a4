import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import type { Answer } from './answer.js';

/** Sends the whole answer; resolves when it has been handed to the network or the client has gone. */
export async function deliver(outgoing: ServerResponse, answer: Answer): Promise<void> {
  outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
  outgoing.end(answer.body);
  await finished(outgoing).catch(() => undefined);
}

/** Announces the whole body, sends half of it and ends the connection. */
export async function deliverHalf(outgoing: ServerResponse, answer: Answer): Promise<void> {
  // Two spaces more, so that half of an empty body is something and its other half is missing.
  const announced = Buffer.concat([answer.body, Buffer.from('  ')]);
  outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': String(announced.length) });
  await new Promise<void>((resolve) => {
    outgoing.write(announced.subarray(0, Math.floor(announced.length / 2)), () => {
      resolve();
    });
  });
  outgoing.destroy();
}

/** Ends the connection with a TCP reset. */
export function reset(outgoing: ServerResponse): void {
  outgoing.socket?.resetAndDestroy();
}
