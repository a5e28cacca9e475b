-- Calls of one commit that are alike in all but their bodies share a row ("parcel"). The row's id is that of its first
-- call; the others have the numbers after it, for which the sequence leaves room.
alter sequence webhook_event_id increment by 1024;

-- How many bytes of the body belong to each call, in order; null: the row is one call.
alter table webhook_event add column lengths integer [];

-- Which parcels nobody has routed yet: written with the parcel, deleted with what routing it led to. Small, and turned
-- over completely all the time: vacuum has to come early and not take pauses.
create table webhook_pending (
  shard smallint not null,
  -- Of its first call.
  event_id bigint not null,
  received_at timestamptz not null,
  calls smallint not null,
  -- How many of them, from the first on, are routed already.
  routed smallint not null default 0,
  -- Size of the body.
  bytes integer not null,
  constraint webhook_pending_pkey primary key (shard, event_id)
)
with (
  autovacuum_vacuum_scale_factor = 0.0,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_insert_threshold = -1,
  autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0.0,
  autovacuum_analyze_threshold = 20000,
  vacuum_truncate = false
);

-- Replaced by webhook_pending. Versions before this one still write it while they run; what they leave is taken over.
comment on table webhook_unread is 'to be dropped by the next version';
