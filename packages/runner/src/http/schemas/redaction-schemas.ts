import type { RedactionItemView } from '../../application/views/redaction-item-view.js';
import { policyKinds, policyModes, type RedactionPolicy } from '../../redaction/policy.js';
import {
  replacementReasons,
  withholdingReasons,
  type ReasonCount,
} from '../../redaction/record-redaction.js';
import { count, listOf, nullable, objectOf, reference, text, time, wordOf, type Schema } from './schema.js';

const mode = wordOf(...policyModes);

/** What is done with the words and names of whom. */
const policy = objectOf<RedactionPolicy>({
  subject: mode,
  agent: mode,
  bot: mode,
  other_person: mode,
  internal_note: mode,
});

const item = objectOf<RedactionItemView>({
  record: text,
  thread: text,
  author: nullable(wordOf(...policyKinds)),
  withheld: nullable(wordOf(...withholdingReasons)),
  replaced: listOf(objectOf<ReasonCount>({ reason: wordOf(...replacementReasons), count })),
  labels: listOf(objectOf<RedactionItemView['labels'][number]>({ label: text, names: listOf(text) })),
  decision: nullable(
    objectOf<NonNullable<RedactionItemView['decision']>>({
      mode,
      reason: text,
      decidedBy: text,
      decidedAt: time,
    }),
  ),
});

/** What is said about other people's data in packages, by name. */
export const redactionSchemas: { readonly [name: string]: Schema } = {
  RedactionPolicy: policy,
  RedactionItem: item,
  RedactionPage: objectOf({ items: listOf(reference('RedactionItem')), next: nullable(text) }),
};
