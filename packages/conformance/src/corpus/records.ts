import type { Author, DataRecord, Json, Person } from '@privacy-connectors/core';
import { plainText } from '@privacy-connectors/core/text';
import { fullName, personOf, type Cast, type CastMember } from './cast.js';
import { asciiJson, quotedPrintable } from './encodings.js';
import type { CorpusMessage } from './corpus-thread.js';
import { emailSecret, type CorpusIdentifier } from './identifier.js';
import { htmlOf, sentencesOf, textOf } from './layout.js';
import { secretsOf, wholeName } from './names.js';
import type { Turn } from './script.js';
import { mentionsOf, wordsOf } from './sentence.js';

const FIRST = Date.UTC(2026, 2, 3, 14);
const HOUR = 3_600_000;

const BOT: Person = { kind: 'bot', names: ['Assistant'], identifiers: [{ kind: 'user_id', value: 'bot-1' }] };

/** Everybody whom the vendor names in the thread. */
export function participantsOf({ subject, agent, colleague, other, relative }: Cast): readonly Person[] {
  return [...[subject, agent, colleague, other, relative].map(personOf), BOT];
}

export function conversationRecord(id: string, cast: Cast): DataRecord {
  const people = participantsOf(cast);
  const data = {
    id,
    participants: people.map(({ names, identifiers }) => ({
      name: names[0] ?? null,
      contact: identifiers.map(({ value }) => value),
    })),
  };
  return { id, data, occurredAt: FIRST, title: `Conversation ${id}`, people };
}

/** The message of that position as a record of its thread. */
export function messageOf(turn: Turn, place: number, thread: { id: string; cast: Cast }): CorpusMessage {
  const { cast, id } = thread;
  const mail = turn.form === 'mail';
  const html = mail ? htmlOf(turn.blocks) : undefined;
  const text = html === undefined ? textOf(turn.blocks) : plainText(html);
  const sentences = turn.blocks.flatMap(sentencesOf);
  const named = mail ? [turn.author, cast.subject, cast.colleague] : [turn.author];
  const record: DataRecord = {
    id: `${id}-${place}`,
    parent: { resource: 'conversations', id },
    occurredAt: FIRST + place * HOUR,
    author: authorOf(turn),
    data: mail ? mailData(turn, cast, html ?? '') : chatData(turn, text),
    people: named.map((member) => (member === undefined ? BOT : personOf(member))),
    text,
  };
  return {
    record,
    ...(html === undefined ? {} : { html }),
    thirdParty: [
      ...sentences.flatMap(mentionsOf),
      ...named.flatMap((member) => inFields(member, cast, mail)),
    ],
    sentences: sentences.filter(({ bySubject }) => bySubject).map(wordsOf),
    own: sentences.flatMap(({ own }) => own.map((words) => ({ words: [words] }))),
  };
}

function authorOf({ author, internal = false }: Turn): Author {
  if (author === undefined) return { kind: 'bot', name: BOT.names[0] ?? '', internal };
  return { kind: author.kind, name: fullName(author), internal };
}

function chatData({ author, internal = false }: Turn, body: string): Json {
  const by = author === undefined ? { id: 'bot-1' } : { id: author.vendorId, name: fullName(author) };
  return { type: internal ? 'note' : 'chat', author: by, body, payload: asciiJson({ by, body }) };
}

/** With addresses in names of fields, too. */
function mailData({ author }: Turn, { subject, colleague }: Cast, body: string): Json {
  const from = author ?? colleague;
  return {
    type: 'mail',
    from: { name: fullName(from), email: from.email },
    headers: { To: mailbox(subject), Cc: mailbox(colleague) },
    readBy: { [subject.email]: 1_772_546_820, [colleague.email]: 1_772_546_900 },
    body,
    source: quotedPrintable(body),
  };
}

function mailbox(member: CastMember): string {
  return `"${fullName(member)}" <${member.email}>`;
}

/** The third parties in the fields of the vendor's JSON: names, and in a mail addresses. */
function inFields(
  member: CastMember | undefined,
  { subject }: Cast,
  mail: boolean,
): readonly CorpusIdentifier[] {
  if (member === undefined || member.role === 'subject') return [];
  const spelling = wholeName(member, 'nominative');
  const name = { surface: spelling.surface, secrets: secretsOf(spelling, member, subject) };
  return mail ? [name, { surface: member.email, secrets: [emailSecret(member.email)] }] : [name];
}
