/**
 * The legal deadline: one month after receipt, on the same day of the month or, where there is none, its last day.
 * @see GDPR, Article 12(3); Regulation (EEC, Euratom) No 1182/71, Article 3
 */
export function dueDate(receivedAt: Date): Date {
  const due = new Date(receivedAt);
  due.setUTCDate(1);
  due.setUTCMonth(due.getUTCMonth() + 1);
  const lastDay = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(receivedAt.getUTCDate(), lastDay));
  return due;
}
