-- Who did what, per tenant. Each row's hash covers the row and the hash of the row before it.
create table audit_entry (
  tenant_id uuid not null,
  -- From 1, without gaps.
  sequence bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  -- json, not jsonb: the hash covers the text as it was written.
  details json not null,
  request_id text,
  address text,
  hash bytea not null,
  constraint audit_entry_pkey primary key (tenant_id, sequence)
);

create index audit_entry_by_subject on audit_entry (tenant_id, subject, sequence desc);

-- The end of each chain: makes writers queue up, and shows entries that were cut off.
create table audit_head (
  tenant_id uuid not null,
  sequence bigint not null,
  hash bytea not null,
  constraint audit_head_pkey primary key (tenant_id)
);

-- Against mistakes, not against the owner of the database: the hashes are for those.
create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is append-only';
end
$$;

create trigger audit_entry_no_change
before update or delete on audit_entry
for each statement execute function audit_entry_is_append_only();
