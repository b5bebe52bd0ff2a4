import { BOT_USER_ID, ORGANISATION_ID } from './identities.js';

/** A Drift user (agent) as Drift answers it. */
export interface User {
  readonly id: number;
  readonly orgId: number;
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  readonly bot: boolean;
}

const AGENTS = ['Mara Weiss', 'Noor Haddad', 'Otto Lindgren'];

/** The agent who answers in a conversation. */
export function agentOf(conversationOrdinal: number): number {
  return BOT_USER_ID + 1 + (conversationOrdinal % AGENTS.length);
}

/** The name of the agent who answers in a conversation. */
export function agentName(conversationOrdinal: number): string {
  return AGENTS[conversationOrdinal % AGENTS.length] ?? '';
}

/** The bot, the agents, and one user per further e-mail. */
export function usersOf(employees: readonly string[]): readonly User[] {
  const bot = userOf({ index: 0, name: 'Driftbot', email: null, bot: true });
  const agents = AGENTS.map((name, index) =>
    userOf({ index: 1 + index, name, email: `agent${index}@vendor.example`, bot: false }),
  );
  const others = employees.map((email, index) =>
    userOf({ index: 1 + AGENTS.length + index, name: 'Employee', email, bot: false }),
  );
  return [bot, ...agents, ...others];
}

function userOf(user: { index: number; name: string; email: string | null; bot: boolean }): User {
  const { index, ...rest } = user;
  return { id: BOT_USER_ID + index, orgId: ORGANISATION_ID, role: 'agent', ...rest };
}
