/**
 * Usage: node plain-script.mjs <base URL> <requests per second> <e-mail>...
 *
 * What somebody would write who has no framework: access for each person in turn of arrival, with `fetch`, `p-retry` and
 * `bottleneck`, and one listing of everyone's conversations per person. The token comes in DRIFT_TOKEN. Prints how many
 * records it found.
 */
import Bottleneck from 'bottleneck';
import pRetry, { AbortError } from 'p-retry';

const [baseUrl, requestsPerSecond, ...emails] = process.argv.slice(2);
const headers = { authorization: `Bearer ${process.env.DRIFT_TOKEN}` };
const limiter = new Bottleneck({ minTime: 1_000 / Number(requestsPerSecond), maxConcurrent: 8 });

const counts = await Promise.all(emails.map((email) => accessFor(email)));
process.stdout.write(`${JSON.stringify({ records: counts.reduce((sum, count) => sum + count, 0) })}\n`);

async function accessFor(email) {
  const { data: contacts } = await get(`/contacts?email=${encodeURIComponent(email)}`);
  const ids = new Set(contacts.map(({ id }) => id));
  const conversations = await conversationsOf(ids);
  const messages = await Promise.all(conversations.map(({ id }) => messagesOf(id)));
  return contacts.length + conversations.length + messages.flat().length;
}

/** Drift lists conversations of everybody only. */
async function conversationsOf(ids) {
  const found = [];
  for (let token = ''; ;) {
    const { data, links } = await get(`/conversations/list?limit=100&page_token=${token}`);
    found.push(...data.filter(({ contactId }) => ids.has(contactId)));
    if (!links?.next) return found;
    token = new URL(links.next, baseUrl).searchParams.get('page_token');
  }
}

async function messagesOf(id) {
  const found = [];
  for (let next; ;) {
    const page = await get(`/conversations/${id}/messages${next === undefined ? '' : `?next=${next}`}`);
    found.push(...page.data.messages);
    next = page.pagination?.next;
    if (!page.pagination?.more || next === undefined) return found;
  }
}

function get(path) {
  return pRetry(() => limiter.schedule(() => answer(path)), { retries: 8, minTimeout: 500 });
}

async function answer(path) {
  const response = await fetch(new URL(path, baseUrl), { headers });
  if (response.ok) return response.json();
  await response.body?.cancel();
  if (response.status !== 429 && response.status < 500) throw new AbortError(`answered ${response.status}`);
  throw new Error(`answered ${response.status}`);
}
