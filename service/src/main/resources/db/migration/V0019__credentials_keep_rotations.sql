-- A pending version is accepted from partners, but not yet used towards anybody: the partner is being told it.
-- Of a version that cannot be brought back any more the sealed value is gone.
alter table credential
add column pending boolean not null default false,
-- Which account at the partner the secret opens, where that can change with it: a client's id.
add column account text,
-- What the partner said about it when it was last asked.
add column warnings text[] not null default '{}',
add column checked_at timestamptz,
alter column sealed drop not null;

-- Calls of partners that a version has signed.
create table credential_use (
  tenant_id uuid not null,
  kind text not null,
  version integer not null,
  calls bigint not null,
  last_at timestamptz not null,
  constraint credential_use_pkey primary key (tenant_id, kind, version)
);
