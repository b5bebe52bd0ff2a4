import type { ReceiptView } from '../../src/application/views/receipt-view.js';

const at = '2026-03-01T10:00:00.000Z';
const hash = 'ab'.repeat(32);

/** A receipt with every section; `word` stands wherever a vendor or a connector puts a text. */
export function receiptSample(word: string): ReceiptView {
  const call = { operation: word, status: 200, vendorRequestId: word };
  const operation = {
    resource: word,
    count: 2,
    title: word,
    alsoErases: [word],
    outcome: 'deleted',
    reason: word,
    sending: { times: 1, lastAt: at, answer: 'pending', calls: [call] },
    verification: { looks: 2, firstAt: at, lastAt: at, found: 'deleted', calls: [call] },
  } as const;
  return {
    requestId: '3f2a91c0-0000-4000-8000-000000000000',
    number: 1,
    latest: 1,
    issuedAt: at,
    key: 'key',
    hash,
    jws: 'a.b.c',
    receipt: {
      format: 'privacy-connectors/receipt',
      version: 1,
      number: 1,
      previous: null,
      issuedAt: at,
      issuedBy: '0.1.0',
      audit: { seq: 7, hash, checkpoint: 'a.b.c' },
      request: {
        id: '3f2a91c0-0000-4000-8000-000000000000',
        type: 'deletion',
        status: 'completed',
        regulation: 'gdpr',
        receivedAt: at,
        dueAt: at,
        extended: { at, firstDueAt: at },
        answeredAt: at,
        recordedBy: 'cli',
      },
      subject: [{ kind: 'email', namespace: null, given: true, digest: hash }],
      approvals: [{ by: word, at, plan: hash }],
      tasks: [
        {
          connection: word,
          connector: word,
          versions: [{ connector: '0.1.0', vendorApi: word, runner: '0.1.0' }],
          status: 'completed',
          plan: { hash, operations: [], warnings: [{ code: 'irreversible', message: word }] },
          outcomes: [{ resource: word, outcome: 'deleted', count: 2, reason: word }],
          operations: [operation],
          notCovered: [{ what: word, why: word, remedy: word }],
        },
      ],
      exceptions: [{ connection: word, resource: word, count: 1, basis: word }],
      parts: {
        retention: {
          expired: { at, by: 'time', destroyed: { tasks: 1, records: 9, files: 2 } },
          purged: { requests: 1, held: 0, underWay: 0, partly: 0, indexEntries: 2 },
        },
        legal_holds: [{ placedAt: at, placedBy: word, releasedAt: null, releasedBy: null }],
        reappearance: [
          {
            connection: word,
            deletedAt: at,
            lookedAt: at,
            nextLookAt: at,
            finding: 'not_deleted',
            things: 2,
          },
        ],
        redaction: [
          {
            connection: word,
            basis: 'GDPR Art. 15(4)',
            policy: { agent: 'redact' },
            withheld: [{ reason: 'internal_note', count: 3 }],
            replaced: [{ reason: 'agent', count: 12 }],
          },
        ],
      },
    },
  };
}
