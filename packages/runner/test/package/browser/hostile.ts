import { plainText } from '@privacy-connectors/core/text';
import type { PackageRecord, PackageSource } from '../../../src/package/package-source.js';
import { attachment, chatResources, contact, conversation, message } from '../support/chat-records.js';
import { memorySource } from '../support/memory-source.js';

/** A package with payloads wherever a vendor, an agent or a stranger can put a text. */
export function hostilePackage(payloads: readonly string[]): PackageSource {
  const records = [contact('c'), ...payloads.flatMap((payload, index) => recordsOf(payload, String(index)))];
  return memorySource({
    connection: payloads[0]!,
    resources: chatResources,
    records,
    files: new Map(
      payloads.flatMap((payload, index) =>
        ['a', 'p'].map((kind) => [`${kind}${String(index)}`, Buffer.from(payload)] as const),
      ),
    ),
    outcomes: payloads.map((payload) => ({
      resource: payload,
      outcome: 'failed',
      count: 1,
      reason: payload,
    })),
    notCovered: payloads.map((payload) => ({
      what: payload,
      why: payload,
      remedy: payload,
      capability: 'access',
    })),
  });
}

function recordsOf(payload: string, id: string): readonly PackageRecord[] {
  const html = `<p>${payload}</p>`;
  const author = { kind: 'other_person', name: payload, internal: false } as const;
  return [
    {
      ...conversation(`k${id}`, 'c', payload),
      data: { [payload]: payload, list: [payload, { [payload]: [payload] }] },
    },
    message(`m${id}`, `k${id}`, { title: payload, text: payload, author }),
    message(`h${id}`, `k${id}`, { text: plainText(html), data: { body: html }, author }),
    message(`n${id}`, `k${id}`, { text: '', data: { body: html, packed: JSON.stringify({ payload }) } }),
    { ...attachment(`a${id}`, `m${id}`, payload), file: { name: payload, mediaType: payload } },
    attachment(`p${id}`, `m${id}`, `${payload}.png`),
  ];
}
