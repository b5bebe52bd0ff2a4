import type { ConnectionView } from '../../application/views/connection-view.js';
import { type Lines, paragraph } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { formatList } from './format.js';
import { steps, stillAlive } from './removed-connection.js';

/** Days after which a token that does not expire should be replaced, and after which an unused connection is idle. */
const oldTokenDays = 90;
const idleDays = 30;
const dayMilliseconds = 86_400_000;

/** What somebody should look at: access that is not ended, old tokens, connections that nobody uses, and needless scopes. */
export function connectionNotes(connections: readonly ConnectionView[], now: Date, style: Style): Lines {
  return connections.flatMap((connection) => {
    if (connection.state === 'still_alive') {
      const { name, reason, manualSteps } = connection;
      return ['', ...paragraph(stillAlive(name, reason), '', style.bad), ...steps(manualSteps)];
    }
    return [tokenNote(connection, now), idleNote(connection, now), scopeNote(connection)].flatMap((note) =>
      note === undefined ? [] : ['', ...paragraph(note, '', style.warning)],
    );
  });
}

function tokenNote(
  { name, credentialsExpire, credentialsGivenAt }: ConnectionView,
  now: Date,
): string | undefined {
  const age = daysSince(credentialsGivenAt, now);
  if (credentialsExpire || age < oldTokenDays) return undefined;
  return `The token of ${name} does not expire and is ${age} days old: make a new one at the vendor and add the connection again.`;
}

function idleNote({ name, createdAt, lastUsedAt }: ConnectionView, now: Date): string | undefined {
  const idle = daysSince(lastUsedAt ?? createdAt, now);
  if (idle < idleDays) return undefined;
  return `${name} was not used for ${idle} days: remove it if nobody needs it.`;
}

function scopeNote({ name, unneededScopes }: ConnectionView): string | undefined {
  if (unneededScopes.length === 0) return undefined;
  return `${name} was granted more than it needs, better not granted: ${formatList(unneededScopes)}`;
}

function daysSince(iso: string, now: Date): number {
  return Math.floor((now.getTime() - new Date(iso).getTime()) / dayMilliseconds);
}
