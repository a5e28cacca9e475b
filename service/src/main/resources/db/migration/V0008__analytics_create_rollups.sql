-- Traffic per tenant and stretch of time, kept in the transactions that write the messages. A quarter of an hour in UTC fits
-- the days of every time zone; whole days in UTC keep long ranges cheap.
create table traffic_rollup (
  tenant_id uuid not null,
  grain text not null,
  starts_at timestamptz not null,
  direction text not null,
  -- By the message's own time.
  messages bigint not null,
  -- By the time the delivery ended.
  delivered bigint not null,
  failed bigint not null,
  -- Answers to customers, and how long they took together.
  responses bigint not null,
  response_millis bigint not null,
  constraint traffic_rollup_pkey primary key (tenant_id, grain, starts_at, direction),
  constraint traffic_rollup_grain check (grain in ('quarter', 'day')),
  constraint traffic_rollup_direction check (direction in ('inbound', 'outbound'))
)
with (fillfactor = 70);

-- The failures among them by code.
create table failure_rollup (
  tenant_id uuid not null,
  grain text not null,
  starts_at timestamptz not null,
  direction text not null,
  error_code text not null,
  failures bigint not null,
  constraint failure_rollup_pkey primary key (tenant_id, grain, starts_at, direction, error_code),
  constraint failure_rollup_grain check (grain in ('quarter', 'day')),
  constraint failure_rollup_direction check (direction in ('inbound', 'outbound'))
)
with (fillfactor = 70);
