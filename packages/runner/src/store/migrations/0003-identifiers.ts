import type { Migration } from '../migrate.js';

/**
 * Identifiers of requests and which of them each task searched by, name spaces of connections, and plans of several pages.
 * Finding and planning that were under way begin anew, for now they go identifier by identifier and page by page; what has
 * ended was searched by the request's first identifier, its e-mail.
 */
export const identifiers: Migration = {
  id: 3,
  name: 'identifiers',
  sql: `
alter table dsr.connection add column namespaces jsonb not null default '{}';
alter table dsr.request add column widen text[] not null default '{}';

create table dsr.identifier (
  request_id uuid not null references dsr.request,
  number int not null check (number > 0),
  kind text not null check (kind in ('email', 'phone', 'user_id', 'external_id')),
  namespace text,
  holder uuid references dsr.connection,
  round int not null check (round >= 0),
  use text not null check (use in ('search', 'not_widened', 'invalid', 'beyond_limit')),
  content bytea not null,
  primary key (request_id, number)
);

create table dsr.search (
  task_id uuid not null references dsr.task,
  run int not null,
  number int not null,
  kind text not null,
  primary key (task_id, run, number, kind)
);

create table dsr.plan_page (
  work_id bigint not null references dsr.work on delete cascade,
  page int not null check (page > 0),
  content bytea not null,
  primary key (work_id, page)
);

alter table dsr.work add column stage int not null default 0;
create index work_stage on dsr.work (task_id, stage) where kind = 'erase';

insert into dsr.search (task_id, run, number, kind)
  select id, run, 1, 'email' from dsr.task where status not in ('received', 'running');
delete from dsr.work where kind in ('locate', 'plan') and state = 'due';
`,
};
