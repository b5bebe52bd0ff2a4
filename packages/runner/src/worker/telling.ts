import type { Reminders } from '../deadlines/reminders.js';
import type { Webhook } from '../webhooks/webhook.js';
import type { Chore } from './chore.js';

/** Reminds of deadlines and sends webhooks, each endpoint by itself: one that is slow keeps nobody else waiting. */
export function telling(
  reminders: Reminders,
  webhooks: readonly Webhook[],
  signal: AbortSignal,
): readonly Chore[] {
  const reminding: Chore = {
    every: 10_000,
    run: async () => {
      await reminders.remind(new Date());
    },
  };
  return [reminding, ...webhooks.map((webhook) => ({ every: 1_000, run: () => webhook.send(signal) }))];
}
