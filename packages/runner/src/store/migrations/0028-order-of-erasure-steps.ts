import type { Migration } from '../migration.js';

/** The order in which steps ended last; clocks of workers differ. Steps of before are in the order of their times. */
export const orderOfErasureSteps: Migration = {
  id: 28,
  name: 'order-of-erasure-steps',
  sql: `
create sequence dsr.erasure_step_order;
alter table dsr.erasure_step add column place bigint;
update dsr.erasure_step set place = ordered.place from (
  select task_id, work_id, step, outcome, nextval('dsr.erasure_step_order') as place from (
    select * from dsr.erasure_step order by last_at, step, outcome
  ) as by_time
) as ordered
where (erasure_step.task_id, erasure_step.work_id, erasure_step.step, erasure_step.outcome)
  = (ordered.task_id, ordered.work_id, ordered.step, ordered.outcome);
alter table dsr.erasure_step
  alter column place set default nextval('dsr.erasure_step_order'),
  alter column place set not null;
`,
};
