/** A vendor that answers at once and always the same; prints its port, and ends when its stdin closes. */
import { createServer } from 'node:http';

const body = JSON.stringify({
  data: { id: 1, text: 'A message of usual length, as vendors send them.'.repeat(10) },
});
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };

const server = createServer({ keepAliveTimeout: 120_000 }, (_, answer) => {
  answer.writeHead(200, headers).end(body);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.stdin.resume().on('end', () => {
  server.close();
  server.closeAllConnections();
});
