import { VendorContractError } from '@privacy-connectors/core/errors';
import { unwrap } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import { otherwiseWhenRefused } from '../client/when-refused.js';
import type { components } from '../generated/schema.js';
import { nextValue } from '../paging/next-value.js';

/** The two paging styles of the list: both are documented, and each is refused or ignored somewhere. */
export type Style = 'page_token' | 'next';

/** A page of the list; a blank `token` is the first. */
export interface ListPlace {
  readonly style: Style;
  readonly token: string;
}

type Answer = components['schemas']['ConversationsAnswer'];

const operation = 'listConversations';

export interface ListedPage {
  readonly conversations: Answer['data'];
  readonly next: ListPlace | null;
}

/** The first page (`place` null) or the named one. `statusId` is never sent: it cannot name every status. */
export async function listPage(context: DriftContext, place: ListPlace | null): Promise<ListedPage> {
  return place === null ? firstPage(context) : ask(context, place);
}

function firstPage(context: DriftContext): Promise<ListedPage> {
  return otherwiseWhenRefused(
    () => ask(context, { style: 'page_token', token: '' }),
    () => ask(context, { style: 'next', token: '' }),
  );
}

async function ask(context: DriftContext, { style, token }: ListPlace): Promise<ListedPage> {
  const query =
    style === 'page_token'
      ? { limit: 100, page_token: token }
      : { limit: 50, ...(token === '' ? {} : { next: token }) };
  const result = await context.client.GET('/conversations/list', {
    params: { query },
    signal: context.signal,
  });
  const answer = unwrap(operation, result);
  return { conversations: answer.data, next: nextPlace(answer, style) };
}

/** The way on in the style that was accepted; the other style's way where the answer has only that. */
function nextPlace(answer: Answer, style: Style): ListPlace | null {
  return style === 'page_token'
    ? (byToken(answer) ?? byNext(answer))
    : (byNext(answer) ?? whenUnpaged(answer));
}

function whenUnpaged(answer: Answer): ListPlace | null {
  return isPaged(answer) ? null : byToken(answer);
}

function isPaged({ pagination }: Answer): boolean {
  return pagination !== undefined && pagination !== null;
}

function byNext({ pagination }: Answer): ListPlace | null {
  const token = nextValue(pagination, operation);
  return token === null ? null : { style: 'next', token };
}

/** Takes the parameter out of the link and never calls the link: it names another host. */
function byToken(answer: Answer): ListPlace | null {
  const link = answer.links?.next ?? '';
  if (link === '') return null;
  const base = 'https://driftapi.com';
  const token = URL.canParse(link, base) ? (new URL(link, base).searchParams.get('page_token') ?? '') : '';
  if (token !== '') return { style: 'page_token', token };
  if (isPaged(answer)) return null;
  throw new VendorContractError('The list of conversations goes on at a link without a page token.', {
    operation,
  });
}
