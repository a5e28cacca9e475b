-- What an admin decided instead of Genesys; null: as Genesys says.
alter table portal_user
add column role_override text,
add constraint portal_user_role_override check (role_override in ('admin', 'viewer'));

-- Null: by the Genesys region.
alter table tenant add column data_residency text;

-- Fresh logins that were asked for to confirm something and have not come back. Taken by the first return.
create table confirmation_attempt (
  state_hash bytea not null,
  tenant_id uuid not null,
  session_id uuid not null,
  purpose text not null,
  redirect_uri text not null,
  -- Sealed with the master key.
  sealed_verifier bytea not null,
  expires_at timestamptz not null,
  constraint confirmation_attempt_pkey primary key (state_hash),
  constraint confirmation_attempt_session foreign key (tenant_id, session_id)
  references portal_session (tenant_id, id) on delete cascade
);

create index confirmation_attempt_by_session on confirmation_attempt (tenant_id, session_id);

-- Confirmations that were given and not yet used. Only the SHA-256 of the token is kept.
create table confirmation (
  token_hash bytea not null,
  tenant_id uuid not null,
  session_id uuid not null,
  purpose text not null,
  expires_at timestamptz not null,
  constraint confirmation_pkey primary key (token_hash),
  constraint confirmation_session foreign key (tenant_id, session_id)
  references portal_session (tenant_id, id) on delete cascade
);

create index confirmation_by_session on confirmation (tenant_id, session_id);

-- Access of programs. Only the SHA-256 of the token is kept.
create table api_token (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  token_hash bytea not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  constraint api_token_pkey primary key (tenant_id, id),
  constraint api_token_value unique (token_hash),
  constraint api_token_tenant foreign key (tenant_id) references tenant (id)
);
