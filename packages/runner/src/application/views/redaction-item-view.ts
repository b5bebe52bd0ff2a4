import type { PolicyKind, PolicyMode } from '../../redaction/policy.js';
import type { ReasonCount, ReplacementReason, WithholdingReason } from '../../redaction/record-redaction.js';

/** A record of a package in which something was left out or replaced, or about which a person decided. It names people. */
export interface RedactionItemView {
  /** `connection/resource/id` */
  readonly record: string;
  /** Of the record that heads its thread, in the same form. */
  readonly thread: string;
  /** Who wrote it; null when nobody in particular did. */
  readonly author: PolicyKind | null;
  /** Why its content is left out; null when it is not. */
  readonly withheld: WithholdingReason | null;
  /** How many names and contact details of whom were replaced. */
  readonly replaced: readonly ReasonCount<ReplacementReason>[];
  /** Whom the labels of its thread stand for. */
  readonly labels: readonly { readonly label: string; readonly names: readonly string[] }[];
  /** What a person decided in the place of the policy; null when nobody did. */
  readonly decision: {
    readonly mode: PolicyMode;
    readonly reason: string;
    readonly decidedBy: string;
    readonly decidedAt: string;
  } | null;
}
