-- What is on its way to a partner. A row lives until the partner has taken it (or it is dead), so the table is as
-- long as the backlog. The key is the order in which a lane is worked off: partner's time, then order of arrival.
create table delivery (
  tenant_id uuid not null,
  contact_id uuid not null,
  direction text not null,
  sort_at timestamptz not null,
  id uuid not null,
  message_id uuid not null,
  -- Everything the call needs, as JSON.
  payload text not null,
  attempts integer not null default 0,
  created_at timestamptz not null,
  constraint delivery_pkey primary key (tenant_id, contact_id, direction, sort_at, id),
  constraint delivery_direction check (direction in ('to_genesys', 'to_whatsapp', 'receipts'))
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

-- One contact in one direction: worked off strictly in order, by one node at a time.
create table delivery_lane (
  tenant_id uuid not null,
  contact_id uuid not null,
  direction text not null,
  -- When its next delivery is due; null: nothing waits, or a node has it.
  due_at timestamptz,
  -- The node that has it (bridge_node.id).
  owner uuid,
  -- The delivery that may be on its way: named before the call, forgotten with its outcome. Still named in a lane
  -- that nobody has, it may or may not have reached the partner.
  sending uuid,
  uncertain_since timestamptz,
  -- Told apart so that it moves at once when an admin has put it right.
  needs_credentials boolean not null default false,
  constraint delivery_lane_pkey primary key (tenant_id, contact_id, direction)
)
with (fillfactor = 70);

create index delivery_lane_due on delivery_lane (tenant_id, direction, due_at) where due_at is not null;

create index delivery_lane_owned on delivery_lane (owner) where owner is not null;

create index delivery_lane_blocked on delivery_lane (tenant_id) where needs_credentials;

-- Given up on; kept so that it can be tried again.
create table delivery_dead (
  tenant_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  direction text not null,
  sort_at timestamptz not null,
  message_id uuid not null,
  payload text not null,
  attempts integer not null,
  created_at timestamptz not null,
  died_at timestamptz not null,
  error_code text not null,
  error_text text not null,
  constraint delivery_dead_pkey primary key (tenant_id, id)
);

create index delivery_dead_by_message on delivery_dead (tenant_id, message_id);

-- Nodes that work on lanes. The beat grows while a node lives; others take over when it stands still.
create table bridge_node (
  id uuid not null,
  -- The installation: the same after a restart on the same data folder.
  name text not null,
  beat bigint not null default 0,
  started_at timestamptz not null,
  constraint bridge_node_pkey primary key (id)
);

-- Webhook calls, or items of them, that lead nowhere: kept and shown, never in anybody's way.
create table webhook_set_aside (
  id uuid not null,
  tenant_id uuid,
  event_id bigint not null,
  source text not null,
  reason text not null,
  raw text not null,
  at timestamptz not null,
  constraint webhook_set_aside_pkey primary key (id)
);

create index webhook_set_aside_by_tenant on webhook_set_aside (tenant_id, at desc);

-- What Meta tells about account, number and templates.
create table account_notice (
  tenant_id uuid not null,
  id uuid not null,
  event_id bigint not null,
  field text not null,
  waba_id text not null,
  phone_number_id text not null,
  raw text not null,
  -- By Meta's clock.
  at timestamptz not null,
  received_at timestamptz not null,
  constraint account_notice_pkey primary key (tenant_id, id)
);

create index account_notice_by_time on account_notice (tenant_id, at desc, id desc);
