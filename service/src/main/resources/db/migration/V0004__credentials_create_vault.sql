-- One known value sealed with the master key: tells at start whether the key is the right one. Module platform.
create table master_key_check (
  id smallint not null default 1,
  sealed bytea not null,
  created_at timestamptz not null,
  constraint master_key_check_pkey primary key (id),
  constraint master_key_check_single check (id = 1)
);

-- The data key of each tenant, sealed with the master key.
create table tenant_key (
  tenant_id uuid not null,
  sealed_key bytea not null,
  created_at timestamptz not null,
  constraint tenant_key_pkey primary key (tenant_id)
);

-- Secrets, sealed with the tenant's data key and bound to tenant, kind and version. The highest version is the current one.
create table credential (
  tenant_id uuid not null,
  kind text not null,
  version integer not null,
  sealed bytea not null,
  -- What people may see of it.
  masked_value text not null,
  created_at timestamptz not null,
  -- Null: never, or nobody knows.
  expires_at timestamptz,
  never_expires boolean not null,
  -- Until when a replaced version still verifies incoming calls; null for the current one.
  accepted_until timestamptz,
  constraint credential_pkey primary key (tenant_id, kind, version)
);

-- The tenant's integration in its Genesys organisation.
create table genesys_connection (
  tenant_id uuid not null,
  region text not null,
  client_id text not null,
  -- Empty until the integration is deployed.
  integration_id text not null,
  integration_name text not null,
  updated_at timestamptz not null,
  constraint genesys_connection_pkey primary key (tenant_id)
);

-- The tenant's WhatsApp numbers. A number belongs to one tenant at a time.
create table whatsapp_connection (
  tenant_id uuid not null,
  phone_number_id text not null,
  waba_id text not null,
  display_phone_number text not null,
  app_id text,
  updated_at timestamptz not null,
  constraint whatsapp_connection_pkey primary key (tenant_id, phone_number_id)
);

create unique index whatsapp_connection_by_number on whatsapp_connection (phone_number_id);

create index whatsapp_connection_by_waba on whatsapp_connection (waba_id);
