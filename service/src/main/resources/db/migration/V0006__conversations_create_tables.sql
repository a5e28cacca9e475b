-- People on WhatsApp, per tenant. Known by business-scoped user id first, by phone second; either may be missing.
create table contact (
  tenant_id uuid not null,
  id uuid not null,
  user_id text,
  phone text,
  username text,
  display_name text not null,
  -- What Genesys knows the contact by: '+' and phone, or the user id. It keys the thread there, so it stays what it
  -- was at first contact and changes only with a change of number.
  genesys_address text not null,
  -- Two contacts turned out to be one person: this one lives on in the other.
  merged_into uuid,
  created_at timestamptz not null,
  constraint contact_pkey primary key (tenant_id, id),
  -- A number that went to somebody else leaves its former owner without one.
  constraint contact_merged_has_no_address check (merged_into is null or (user_id is null and phone is null))
);

create unique index contact_by_user_id on contact (tenant_id, user_id) where user_id is not null;

create unique index contact_by_phone on contact (tenant_id, phone) where phone is not null;

create unique index contact_by_genesys_address on contact (tenant_id, genesys_address);

-- Addresses that a contact gave up, for the history. Nobody is found by them: a number gets a new owner some day.
create table contact_former_address (
  tenant_id uuid not null,
  contact_id uuid not null,
  address text not null,
  until timestamptz not null,
  constraint contact_former_address_pkey primary key (tenant_id, contact_id, address)
);

-- One contact at one of the tenant's numbers, for as long as Genesys threads it together.
create table conversation (
  tenant_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  phone_number_id text not null,
  -- Denormalised from contact for search and lists without a join.
  contact_name text not null,
  wa_id text not null,
  genesys_conversation_id text,
  status text not null,
  message_count integer not null default 0,
  created_at timestamptz not null,
  last_activity_at timestamptz not null,
  last_inbound_at timestamptz,
  -- When the oldest customer message came in that no agent has answered; null: none waits.
  awaiting_answer_since timestamptz,
  last_message_text text,
  last_message_direction text,
  last_message_kind text,
  constraint conversation_pkey primary key (tenant_id, id),
  constraint conversation_status check (status in ('active', 'closed', 'error')),
  constraint conversation_contact foreign key (tenant_id, contact_id) references contact (tenant_id, id)
);

create index conversation_by_contact on conversation (tenant_id, contact_id, phone_number_id, last_activity_at desc);

create index conversation_by_genesys_id on conversation (tenant_id, genesys_conversation_id)
where genesys_conversation_id is not null;

create index conversation_by_activity on conversation (tenant_id, last_activity_at desc, id desc);

create index conversation_by_creation on conversation (tenant_id, created_at desc, id desc);

create index conversation_by_status on conversation (tenant_id, status, last_activity_at desc, id desc);

create index conversation_by_text on conversation using gin (tenant_id, (contact_name || ' ' || wa_id) gin_trgm_ops);

-- What was said. The id is a UUID of version 7, so its order is the order of arrival and the table is partitioned by it.
create table message (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  phone_number_id text not null,
  direction text not null,
  kind text not null,
  text text not null,
  -- As sent by the partner: the customer's or the agent's clock.
  sent_at timestamptz not null,
  status text not null,
  status_at timestamptz not null,
  error_code text,
  error_text text,
  author_kind text not null,
  author_name text,
  wamid text,
  genesys_id text,
  reply_to_wamid text,
  -- The stored webhook it came from.
  event_id bigint,
  constraint message_pkey primary key (tenant_id, id),
  constraint message_direction check (direction in ('inbound', 'outbound')),
  constraint message_status check (
    status in ('queued', 'accepted', 'sent', 'delivered', 'read', 'played', 'failed')
  )
)
partition by range (id);

create index message_by_conversation on message (tenant_id, conversation_id, id desc);

-- A partition per month (UTC) is made ahead by the service; this one catches what none was made for.
create table message_default partition of message default;

-- Every id a partner knows a message by. The primary key is the guard against duplicates and the way to find a message by any id.
create table message_reference (
  tenant_id uuid not null,
  -- 'wamid:<phone number id>', 'genesys'
  kind text not null,
  reference text not null,
  message_id uuid not null,
  conversation_id uuid not null,
  -- One of several WhatsApp messages that a long one was split into, and not the last: of its statuses only a failure
  -- counts for the whole.
  partial boolean not null default false,
  constraint message_reference_pkey primary key (tenant_id, kind, reference)
);

-- Delivery history: each step of a message, appended.
create table message_step (
  tenant_id uuid not null,
  message_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null,
  -- received, queued, accepted, sent, delivered, read, played, failed, retry
  step text not null,
  attempt integer,
  detail text,
  constraint message_step_pkey primary key (tenant_id, message_id, id)
);

-- Statuses that came before we knew whose they are: applied as soon as the reference is there, dropped after a week.
create table message_status_parked (
  tenant_id uuid not null,
  kind text not null,
  reference text not null,
  status text not null,
  at timestamptz not null,
  error_code text,
  error_text text,
  parked_at timestamptz not null,
  constraint message_status_parked_pkey primary key (tenant_id, kind, reference, status)
);
