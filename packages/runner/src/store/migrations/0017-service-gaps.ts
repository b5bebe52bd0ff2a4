import type { Migration } from '../migration.js';

/**
 * Tasks that nobody has begun, by connection: each connection's most urgent ones are looked for. Readers of a listing's page
 * that were lost in a row, whichever task they read for. What became of a task's work, counted when it ends: monitoring asks
 * for it often, and may not read all work there ever was.
 */
export const serviceGaps: Migration = {
  id: 17,
  name: 'service-gaps',
  sql: `
drop index dsr.task_undispatched;
create index task_undispatched on dsr.task (connection_id)
  where status in ('received', 'running') and dispatched_run is distinct from run;

alter table dsr.scan add column lost_reads int not null default 0;

alter table dsr.task add column outcomes jsonb not null default '{}';
create function dsr.outcomes_of(task uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(word, number), '{}') from (
    select outcome->>'outcome' as word, sum(count) as number
    from dsr.work where task_id = task and outcome is not null group by 1
  ) as counted
$$;
create function dsr.count_outcomes() returns trigger language plpgsql as $$
begin
  new.outcomes := dsr.outcomes_of(new.id);
  return new;
end
$$;
create trigger task_ended before update of status on dsr.task
  for each row when (new.status not in ('received', 'running', 'awaiting_approval'))
  execute function dsr.count_outcomes();
update dsr.task set outcomes = dsr.outcomes_of(id) where status not in ('received', 'running', 'awaiting_approval');
`,
};
