import { type Actor, host } from '../access/actor.js';
import { isSufficient } from '../access/role.js';
import type { Approval } from '../config/configuration-file.js';
import { ForbiddenError } from '../errors/runner-error.js';

/** Who approves deletions: by default the holder of another key than the one that asked for it. */
export class ApprovalPolicy {
  readonly #approval: Approval;

  constructor(approval: Approval) {
    this.#approval = approval;
  }

  /** @throws ForbiddenError when `actor` may not approve a plan of their own that nobody has seen yet. */
  refuseUnseen(actor: Actor): void {
    if (actor === host) return;
    if (this.#approval === 'another') throw new ForbiddenError(unseen);
    if (!isSufficient(actor.role, 'approver')) throw new ForbiddenError(needsRole);
  }

  /** @throws ForbiddenError when `actor` may not approve the plans of what `createdBy` asked for. */
  refuseApproval(actor: Actor, createdBy: string): void {
    if (!isSufficient(actor.role, 'approver')) throw new ForbiddenError(needsRole);
    if (actor === host || this.#approval === 'anyone') return;
    if (actor.name === createdBy) throw new ForbiddenError(own);
  }
}

const needsRole = 'Approving a deletion needs a key of the role approver or admin.';
const own =
  'This key created the request, so it cannot approve it. Let the holder of another key of the role approver or admin do that.';
const unseen =
  'A key cannot approve a deletion that it asks for. Create the request without approval, and let the holder of another key of the role approver or admin approve its plan.';
