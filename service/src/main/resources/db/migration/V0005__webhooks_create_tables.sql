create sequence webhook_event_id as bigint;

-- Every call of a partner whose signature was right, as received. Append-only; a partition per day (UTC), made
-- ahead by the service and dropped by retention.
create table webhook_event (
  id bigint not null,
  received_at timestamptz not null,
  -- Null: came to the address that the tenants of a shared Meta app have in common.
  tenant_id uuid,
  source text not null,
  -- Which of the accepted secrets the signature was made with.
  signed_with text not null,
  content_type text,
  user_agent text,
  body bytea not null,
  constraint webhook_event_pkey primary key (received_at, id),
  constraint webhook_event_source check (source in ('META', 'GENESYS')),
  constraint webhook_event_signed_with check (signed_with in ('current', 'previous'))
)
partition by range (received_at);

-- Catches what no partition was made for; emptied into one as soon as it is.
create table webhook_event_default partition of webhook_event default;

-- Which of them nobody has routed yet: written with the event, deleted with what routing it led to. Small, and
-- turned over completely all the time: vacuum has to come early and not take pauses.
create table webhook_unread (
  shard smallint not null,
  event_id bigint not null,
  received_at timestamptz not null,
  -- Size of the body.
  bytes integer not null,
  constraint webhook_unread_pkey primary key (shard, event_id)
)
with (
  autovacuum_vacuum_scale_factor = 0.0,
  autovacuum_vacuum_threshold = 10000,
  autovacuum_vacuum_insert_threshold = -1,
  autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0.0,
  autovacuum_analyze_threshold = 50000,
  vacuum_truncate = false
);

-- What was wrong or odd with calls, counted by day (UTC): for the health page, never one row per call.
create table webhook_finding (
  day date not null,
  -- The zero UUID: no tenant that exists.
  tenant_id uuid not null,
  source text not null,
  finding text not null,
  calls bigint not null,
  last_at timestamptz not null,
  constraint webhook_finding_pkey primary key (tenant_id, day, source, finding)
);
