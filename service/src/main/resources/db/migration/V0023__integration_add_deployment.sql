-- What the partners agreed to, step by step; a row is written only after they did, or after they refused for good.
create table webhook_deployment (
  tenant_id uuid not null,
  step text not null,
  status text not null,
  message text not null,
  -- Our address that it is about.
  url text not null,
  -- Whether the thing at the partner was not there before, so that undoing removes it.
  made_by_us boolean not null,
  changed_at timestamptz not null,
  constraint webhook_deployment_pkey primary key (tenant_id, step),
  constraint webhook_deployment_status check (status in ('done', 'failed', 'manual'))
);

-- When a partner first and last called us, and was genuine; our own test calls do not count.
create table partner_call (
  tenant_id uuid not null,
  partner text not null,
  kind text not null,
  first_at timestamptz not null,
  -- Up to some seconds old.
  last_at timestamptz not null,
  constraint partner_call_pkey primary key (tenant_id, partner, kind),
  constraint partner_call_partner check (partner in ('meta', 'genesys')),
  constraint partner_call_kind check (kind in ('handshake', 'signed'))
);

-- What somebody changed at a partner after we deployed it there.
create table webhook_drift (
  tenant_id uuid not null,
  checked_at timestamptz not null,
  findings jsonb not null,
  constraint webhook_drift_pkey primary key (tenant_id)
);

create index webhook_drift_by_check on webhook_drift (checked_at);
