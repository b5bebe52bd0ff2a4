import type { Author } from '@privacy-connectors/core';
import type { PackageRecord } from '../package/package-source.js';
import { JsonRedactor, type ReadingRecord } from './json-redactor.js';
import { bareMediaType } from './media-type.js';
import { withoutPeople } from './people/identity.js';
import { areFilesKept, filesLeftOut, policyKindOf, type RedactionPolicy } from './policy.js';
import { placeholder, type ReplacementReason, type WithholdingReason } from './record-redaction.js';
import { higherOf, ReasonCounts } from './redaction-counts.js';
import type { ReadingText, TextRedactor } from './text-redactor.js';

/** A record that is not handed over: that there is one, when, and why it is left out. */
export function withheldRecord(
  { resource, id, parent, occurredAt, author, file }: PackageRecord,
  reason: WithholdingReason,
  basis: string,
): PackageRecord {
  return {
    resource,
    id,
    ...(parent && { parent }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(author && { author: { kind: author.kind, internal: author.internal } }),
    // Its name was given by whoever it is from.
    ...(file && { file: { name: 'withheld', mediaType: bareMediaType(file.mediaType) } }),
    data: { withheld: reason, basis },
    text: placeholder(reason, basis),
    redaction: { withheld: reason, replaced: [], basis },
  };
}

/** A record with the names and contact data of other people replaced, wherever they stand in it. */
export function redactedRecord(
  record: PackageRecord,
  texts: TextRedactor,
  policy: RedactionPolicy,
  basis: string,
): PackageRecord {
  const [inData, inText] = [new ReasonCounts<ReplacementReason>(), new ReasonCounts<ReplacementReason>()];
  const data = dataOf(record, texts, reading(record, policy, inData));
  const face = faceOf(record, texts, reading(record, policy, inText));
  // The text is made of the data: what was replaced in both was replaced once.
  const replaced = higherOf(inData.list(), inText.list());
  return {
    ...withoutPeople(record),
    data,
    ...face,
    ...(replaced.length === 0 ? {} : { redaction: { replaced, basis } }),
  };
}

/** What other people and staff write may name anybody; the data subject's own words are theirs, but for what they quote. */
function reading(
  record: PackageRecord,
  policy: RedactionPolicy,
  counts: ReasonCounts<ReplacementReason>,
): ReadingRecord {
  const kind = policyKindOf(record.author);
  const isFree = kind === undefined || kind === 'subject' || policy[kind] === 'export';
  return {
    unknown: isFree ? 'quoted' : 'everywhere',
    ...fileLinksOf(record, policy),
    onReplaced: (reason) => {
      counts.add(reason);
    },
  };
}

/** Where an author's files are left out, links in the vendor's record must not hand them over. */
function fileLinksOf(
  { author }: PackageRecord,
  policy: RedactionPolicy,
): Pick<ReadingRecord, 'withoutFilesOf' | 'filesLeftOut'> {
  if (author === undefined) return { filesLeftOut: filesLeftOut(policy) };
  if (author.kind === 'subject' || areFilesKept(policyKindOf(author), policy)) return {};
  return { withoutFilesOf: author.kind };
}

function dataOf(
  { id, parent, data }: PackageRecord,
  texts: TextRedactor,
  read: ReadingRecord,
): PackageRecord['data'] {
  const kept = new Set([id, ...(parent === undefined ? [] : [parent.id])]);
  return new JsonRedactor(texts, read, kept).redact(data);
}

/** What a reader sees of a record: its author, title, text and the name of its file. */
function faceOf(
  { author, title, text, file }: PackageRecord,
  texts: TextRedactor,
  read: ReadingText,
): Pick<PackageRecord, 'author' | 'title' | 'text' | 'file'> {
  return {
    ...(author && { author: redactedAuthor(author, texts, read) }),
    ...(title === undefined ? {} : { title: texts.redact(title, read) }),
    ...(text === undefined ? {} : { text: texts.redact(text, read) }),
    ...(file && { file: { name: texts.redact(file.name, read), mediaType: bareMediaType(file.mediaType) } }),
  };
}

function redactedAuthor(author: Author, texts: TextRedactor, read: ReadingText): Author {
  return author.name === undefined ? author : { ...author, name: texts.redact(author.name, read) };
}
