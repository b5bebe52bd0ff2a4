import { describe, expect, it } from '@jest/globals';
import type { ReceiptView } from '../../src/application/views/receipt-view.js';
import { pageWidth } from '../../src/cli/output/layout.js';
import { receiptDetail } from '../../src/cli/views/receipt-detail.js';
import type { Receipt } from '../../src/receipts/receipt.js';
import { partWords } from '../../src/receipts/words/part-words.js';
import { shownOutcomes } from '../../src/receipts/words/shown-outcomes.js';
import { receiptSample } from './sample.js';

const at = '2026-03-01T10:00:00.000Z';
const sentencesOf = (parts: Receipt['parts']) =>
  partWords(parts, (iso) => iso.slice(0, 10)).flatMap(({ sentences }) => sentences);

describe('what a receipt attests besides, in words', () => {
  it('tells why data was destroyed, and how much', () => {
    const destroyed = { tasks: 1, records: 1200, files: 0 };
    expect(sentencesOf({ retention: { expired: { at, by: 'deletion', destroyed }, purged: null } })).toEqual([
      'What the request found was destroyed on 2026-03-01, because the person asked for deletion: 1,200 records and 0 files of 1 connection.',
    ]);
    expect(
      sentencesOf({ retention: { expired: { at, by: 'time', destroyed: null }, purged: null } }),
    ).toEqual([
      'What the request found was destroyed on 2026-03-01, because its time was over: how much it was, nobody counted.',
    ]);
  });

  it('tells what a deletion left here, and why', () => {
    const purged = { requests: 1, held: 2, underWay: 1, partly: 3, indexEntries: 1 };
    expect(sentencesOf({ retention: { expired: null, purged } })).toEqual([
      "The deletion was carried out in this installation's own store as well: 1 earlier access request of the person and 1 entry of search indexes went.",
      '2 earlier access requests: kept by a legal hold until it is released.',
      '1 earlier access request: still under way, and destroyed when it has ended.',
      '3 earlier access requests: perhaps of others as well, so a person decides.',
    ]);
  });

  it('tells whether a hold is in force', () => {
    const held = { placedAt: at, placedBy: 'jane' };
    const holds = [
      { ...held, releasedAt: at, releasedBy: 'joe' },
      { ...held, releasedAt: null, releasedBy: null },
    ];
    expect(sentencesOf({ legal_holds: holds })).toEqual([
      'The data was held on 2026-03-01 by jane: released on 2026-03-01 by joe.',
      'The data was held on 2026-03-01 by jane: still in force.',
    ]);
  });

  it.each([
    ['none', 0, 'nobody'],
    ['not_deleted', 2, 'found again, and older than the deletion: it failed (2)'],
    ['not_looked', 0, 'could not look'],
  ])('tells a later look that found %s', (finding, things, words) => {
    const look = { connection: 'support', deletedAt: at, lookedAt: at, nextLookAt: null, finding, things };
    expect(sentencesOf({ reappearance: [look] })).toEqual([
      `support: the deletion was confirmed on 2026-03-01. Looked again: ${words}, 2026-03-01. No further look is due.`,
    ]);
  });

  it('tells facts of a part that it does not know', () => {
    expect(sentencesOf({ new_part: { someThing: [{ a: 1 }, { a: null }] } })).toEqual([
      'some thing, 1, a: 1',
      'some thing, 2, a: none',
    ]);
  });
});

describe('the outcomes of an access, for people', () => {
  const sample = accessSample();
  const [task] = sample.receipt.tasks;

  it('tell what was withheld where a receipt does not say of which resource', () => {
    expect(shownOutcomes(task!, sample.receipt.parts)).toEqual([
      { resource: 'messages', count: 9, outcome: 'exported' },
      { resource: 'files', count: 0, outcome: 'not found' },
      {
        resource: 'of these',
        count: 3,
        outcome: 'withheld',
        remark: 'Counted above as well; a placeholder stands in its place: internal note (GDPR Art. 15(4)).',
      },
    ]);
  });

  it('stand in lines that fit the page, with every part and the checkpoint', () => {
    const lines = receiptDetail(sample);
    expect(lines.filter((line) => line.length > pageWidth)).toEqual([]);
    const text = lines.join(' ').replaceAll(/\s+/g, ' ');
    for (const title of [
      'What was destroyed here',
      'Legal holds',
      'Looked for again later',
      'Data of other people',
    ])
      expect(text).toContain(title);
    expect(text).toContain('up to entry 7, with a signed checkpoint');
    expect(text).not.toMatch(/[a-z]_[a-z]|underWay|placedAt/);
  });
});

/** An access of which an earlier version made the receipt. */
function accessSample(): ReceiptView {
  const view = receiptSample('support');
  const outcomes = [
    { resource: 'messages', outcome: 'exported', count: 9 },
    { resource: 'files', outcome: 'not_found', count: 0 },
  ] as const;
  const tasks = view.receipt.tasks.map((task) => ({ ...task, plan: null, operations: [], outcomes }));
  const request = { ...view.receipt.request, type: 'access' } as const;
  return { ...view, receipt: { ...view.receipt, request, tasks } };
}
