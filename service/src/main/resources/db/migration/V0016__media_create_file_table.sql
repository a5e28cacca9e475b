-- Files that came with messages. The bytes lie in a folder or a bucket, under the tenant and their digest.
create table media_file (
  tenant_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  -- 'inbound': from a customer, at Meta; 'outbound': from an agent, at Genesys.
  direction text not null,
  -- Where it is fetched: Meta's media id and the number it came to, or Genesys' address.
  source text not null,
  phone_number_id text not null,
  -- What the partner says it is; untrusted.
  claimed_kind text not null,
  claimed_mime text,
  claimed_sha256 text,
  file_name text,
  -- waiting, kept, refused, missing, expired
  state text not null,
  -- Why it is not there: a code of ours or the partner's, and a sentence.
  problem_code text,
  problem text,
  -- When it is fetched, or tried again; null: nothing to do.
  due_at timestamptz,
  attempts integer not null default 0,
  -- By its content.
  mime text,
  bytes bigint,
  -- SHA-256, in hex.
  digest text,
  -- Its id at Meta, once uploaded, and how long that lives.
  remote_id text,
  remote_until timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint media_file_pkey primary key (tenant_id, id),
  constraint media_file_state check (state in ('waiting', 'kept', 'refused', 'missing', 'expired')),
  constraint media_file_direction check (direction in ('inbound', 'outbound'))
);

create index media_file_by_message on media_file (tenant_id, message_id);

create index media_file_due on media_file (due_at) where due_at is not null;

create index media_file_by_digest on media_file (tenant_id, digest) where digest is not null;

create index media_file_by_expiry on media_file (expires_at) where state = 'kept';
