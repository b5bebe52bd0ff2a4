/** Seconds that a pass waits for tasks that are about to join: while any searches, and while any arrives. */
const gatherSeconds = { searching: 30, arriving: 2 } as const;

/**
 * SQL that is true of a row of dsr.scan while there are tasks that will need the scan and did not join yet. Those that nobody
 * carries on are not waited for long.
 */
export const gathering = `coalesce(
  (ready_at > now() - interval '${gatherSeconds.searching} seconds' and exists (
    select 1 from dsr.task join dsr.request on request.id = task.request_id
    where task.connection_id = scan.connection_id and task.status = 'running' and request.type = 'access'
      and exists (select 1 from dsr.work where work.task_id = task.id and work.kind = 'locate'
        and work.state = 'due' and work.not_before <= now())))
  or (greatest(ready_at, joined_at) > now() - interval '${gatherSeconds.arriving} seconds' and exists (
    select 1 from dsr.task join dsr.request on request.id = task.request_id
    where task.connection_id = scan.connection_id and task.status = 'received' and request.type = 'access')),
  false)`;
