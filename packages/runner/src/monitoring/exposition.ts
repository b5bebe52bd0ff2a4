import { Gauge, Registry } from 'prom-client';
import type { Figures } from './figures.js';

type MakeGauge = <Row extends object>(
  name: string,
  help: string,
  labels: readonly (keyof Row & string)[],
  rows: readonly Row[],
  value: (row: Row) => number,
) => void;

/**
 * Figures as Prometheus reads them. Labels are words of ours and names that administrators chose: their number is bounded,
 * and none tells of a person or a request.
 */
export async function exposition(figures: Figures): Promise<string> {
  const registry = new Registry();
  const gauge: MakeGauge = (name, help, labels, rows, value) => {
    const metric = new Gauge<string>({ name, help, labelNames: labels, registers: [registry] });
    for (const row of rows) {
      const described = labels.map((label) => [label, String(row[label])]);
      metric.set(Object.fromEntries(described) as Record<string, string>, value(row));
    }
  };
  const count = ({ count: number }: { readonly count: number }): number => number;
  const { requests, tasks, outcomes, budgets, deliveries } = figures;
  gauge('dsr_requests', 'Requests by type and status.', ['type', 'status'], requests, count);
  gauge('dsr_tasks', 'Tasks by connector and status.', ['connector', 'status'], tasks, count);
  gauge(
    'dsr_outcomes',
    'What became of the work of ended tasks, by connector.',
    ['connector', 'outcome'],
    outcomes,
    count,
  );
  const looks = 'People who were deleted, by what looking for them again found.';
  gauge('dsr_reappearances', looks, ['finding'], figures.reappearances, count);
  const endpoint = ['webhook', 'state'] as const;
  gauge('dsr_webhook_deliveries', 'Webhooks that wait or were given up.', endpoint, deliveries, count);
  deadlineGauges(gauge, figures);
  const place = ['connector', 'connection', 'name'] as const;
  gauge('dsr_vendor_requests', 'Requests sent to vendors.', place, budgets, (row) => row.requests);
  gauge('dsr_rate_budget_cuts', 'How often the pace was cut.', place, budgets, (row) => row.cuts);
  gauge('dsr_rate_budget_factor', 'Part of the pace in use.', place, budgets, (row) => row.factor);
  gauge('dsr_rate_budget_per_second', 'Requests sent at most.', place, budgets, (row) => row.per_second);
  connectionGauges(gauge, figures);
  return registry.metrics();
}

function deadlineGauges(gauge: MakeGauge, figures: Figures): void {
  gauge(
    'dsr_requests_overdue',
    'Unfinished requests past their deadline.',
    [],
    [figures],
    (row) => row.overdue,
  );
  gauge(
    'dsr_queue_age_seconds',
    'Age of the oldest request that no worker has begun.',
    [],
    [figures],
    (row) => row.queueAge,
  );
  gauge(
    'dsr_receipt_age_seconds',
    'How long the oldest receipt that is due could not be made.',
    [],
    [figures],
    (row) => row.receiptAge,
  );
}

function connectionGauges(gauge: MakeGauge, figures: Figures): void {
  const named = ['connector', 'connection'] as const;
  const { connections } = figures;
  gauge(
    'dsr_connection_idle_seconds',
    'Time since a connection was used.',
    named,
    connections,
    (row) => row.idle,
  );
  gauge(
    'dsr_connection_token_age_seconds',
    'Age of a token that does not expire.',
    named,
    connections.filter(({ token_age }) => token_age !== null),
    (row) => row.token_age ?? 0,
  );
  gauge(
    'dsr_connections_still_alive',
    'Removed connections whose vendor may still accept their credentials.',
    [],
    [figures],
    (row) => row.stillAlive,
  );
}
