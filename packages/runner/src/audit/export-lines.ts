import type { Json } from '@privacy-connectors/core';
import type { AuditEntryView } from '../application/views/audit-view.js';
import { canonicalJson } from './canonical-json.js';
import type { RecordedEntry } from './recorded-entry.js';

/** An entry as it is shown and exported. */
export function entryView({
  seq,
  at,
  action,
  actor,
  details,
  previous,
  hash,
}: RecordedEntry): AuditEntryView {
  return {
    seq,
    at: timeText(at),
    action,
    actor,
    details: details as AuditEntryView['details'],
    previous: previous.toString('hex'),
    hash: hash.toString('hex'),
  };
}

/** A time that no entry was written with is shown too: the log was tampered with. */
function timeText(at: Date): string {
  return Number.isFinite(Number(at)) ? at.toISOString() : String(at);
}

/** The one line of JSON that an entry is exported as. */
export function entryLine(entry: RecordedEntry): string {
  return `${canonicalJson({ ...entryView(entry) })}\n`;
}

/** The last line of an export: a checkpoint of the entry before it. */
export function checkpointLine(jws: string): string {
  return `${canonicalJson({ checkpoint: jws })}\n`;
}

/** What a line of an export holds. */
export type ExportedLine =
  { readonly entry: RecordedEntry } | { readonly checkpoint: string } | { readonly unreadable: true };

const unreadable = { unreadable: true } as const;
const digest = /^[0-9a-f]{64}$/;

/** Reads a line without its line break. A line that says the same in other characters is not the one that was written. */
export function readLine(text: string): ExportedLine {
  const value = parse(text);
  if (value === undefined || safely(value) !== text) return unreadable;
  if (typeof value['checkpoint'] === 'string') return { checkpoint: value['checkpoint'] };
  const entry = entryOf(value);
  return entry === undefined ? unreadable : { entry };
}

function parse(text: string): { readonly [name: string]: Json } | undefined {
  try {
    const value = JSON.parse(text) as Json;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as { readonly [name: string]: Json }) : undefined;
  } catch {
    return undefined;
  }
}

function safely(value: Json): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    return undefined;
  }
}

function entryOf(value: { readonly [name: string]: Json }): RecordedEntry | undefined {
  const { seq, at, action, actor, details, previous, hash } = value;
  if (!isPlace(seq) || !isTime(at) || !isDigest(previous) || !isDigest(hash)) return undefined;
  if (typeof action !== 'string' || typeof actor !== 'string' || details === undefined) return undefined;
  const hashes = { previous: Buffer.from(previous, 'hex'), hash: Buffer.from(hash, 'hex') };
  return { seq, at: new Date(at), action, actor, details, ...hashes };
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isTime(value: unknown): value is string {
  const time = new Date(String(value));
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && digest.test(value);
}
