import type { DeletionPlanPage, PlanWarning } from '@privacy-connectors/core';

/** For whoever approves the plan. */
export const CONVERSATIONS_WITH_OTHERS: PlanWarning = {
  code: 'conversation_with_others',
  message:
    'The person also took part in conversations with others. They stay for the others: only messages of the person are redacted in them.',
};

const TICKETS =
  'The tickets also belong to other people, who would lose them, and Intercom redacts nothing in tickets. Take the others off the tickets and ask for the deletion again, or delete the tickets by hand.';

/** The obstacle that tickets with others are. */
export function ticketsWithOthers(count: number): DeletionPlanPage['obstacles'] {
  return count > 0 ? [{ resource: 'tickets', count, outcome: { outcome: 'blocked', remedy: TICKETS } }] : [];
}
