-- A customer organisation: one organisation at Genesys Cloud.
create table tenant (
  id uuid not null,
  genesys_org_id text not null,
  name text not null,
  region text not null,
  zone text not null,
  locale text not null,
  onboarded_at timestamptz,
  created_at timestamptz not null,
  constraint tenant_pkey primary key (id),
  constraint tenant_organization unique (genesys_org_id)
);

-- People who signed in. The role is what Genesys said at the last login.
create table portal_user (
  tenant_id uuid not null,
  id uuid not null,
  genesys_user_id text not null,
  email text not null,
  name text not null,
  role text not null,
  avatar_url text,
  created_at timestamptz not null,
  last_login_at timestamptz not null,
  constraint portal_user_pkey primary key (tenant_id, id),
  constraint portal_user_person unique (tenant_id, genesys_user_id),
  constraint portal_user_role check (role in ('admin', 'viewer')),
  constraint portal_user_tenant foreign key (tenant_id) references tenant (id)
);

-- Signed-in browsers. Only the SHA-256 of the cookie is kept.
create table portal_session (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  absolute_expires_at timestamptz not null,
  constraint portal_session_pkey primary key (tenant_id, id),
  constraint portal_session_token unique (token_hash),
  constraint portal_session_user foreign key (tenant_id, user_id) references portal_user (tenant_id, id)
);

create index portal_session_by_expiry on portal_session (expires_at);

-- Logins that were started and not yet finished. Deleted by the first callback that names them.
create table login_attempt (
  state_hash bytea not null,
  -- SHA-256 of the cookie that the browser got when it started.
  browser_hash bytea not null,
  code_challenge text not null,
  redirect_uri text not null,
  region text not null,
  return_to text not null,
  expires_at timestamptz not null,
  constraint login_attempt_pkey primary key (state_hash)
);

create index login_attempt_by_expiry on login_attempt (expires_at);
