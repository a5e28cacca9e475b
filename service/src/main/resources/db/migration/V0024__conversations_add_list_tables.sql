-- The code of the conversation's latest failure; '' where nothing ever failed.
alter table conversation add column last_error_code text not null default '';

update conversation set last_message_direction = '' where last_message_direction is null;

alter table conversation
  alter column last_message_direction set default '',
  alter column last_message_direction set not null;

-- Every message moves its conversation in each index there is: few, narrow ones, none of trigrams.
drop index conversation_by_text;

drop index conversation_by_status;

drop index conversation_by_creation;

-- Everything that lists filter by, then their order.
create index conversation_by_facet
on conversation (
  tenant_id, status, last_message_direction, phone_number_id, last_error_code, last_activity_at desc, id desc
);

create index conversation_active on conversation (tenant_id, last_activity_at) where status = 'active';

create index conversation_by_message_count on conversation (tenant_id, message_count desc, id desc);

-- What no message changes: searched, and listed by name, address and creation. Kept by triggers.
create table conversation_directory (
  tenant_id uuid not null,
  id uuid not null,
  -- In lower case, at most 200 and 100 characters.
  name text not null,
  address text not null,
  created_at timestamptz not null,
  constraint conversation_directory_pkey primary key (tenant_id, id)
);

create index conversation_directory_by_name on conversation_directory (tenant_id, name, id);

create index conversation_directory_by_address on conversation_directory (tenant_id, address, id);

create index conversation_directory_by_creation on conversation_directory (tenant_id, created_at desc, id desc);

create index conversation_directory_by_text
on conversation_directory using gin (tenant_id, name gin_trgm_ops, address gin_trgm_ops)
with (gin_pending_list_limit = 256);

-- How many conversations there are, by day (UTC) of their last activity and by everything that lists filter by.
create table conversation_tally (
  tenant_id uuid not null,
  day date not null,
  status text not null,
  direction text not null,
  phone_number_id text not null,
  error_code text not null,
  conversations bigint not null,
  constraint conversation_tally_pkey primary key (tenant_id, day, status, direction, phone_number_id, error_code)
)
with (fillfactor = 70);

-- Changes that are not added to the tally yet: appended, so that no transaction waits for another. Readers add them up.
create table conversation_tally_change (
  tenant_id uuid not null,
  day date not null,
  status text not null,
  direction text not null,
  phone_number_id text not null,
  error_code text not null,
  conversations bigint not null
)
with (
  autovacuum_vacuum_scale_factor = 0.0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_threshold = -1,
  autovacuum_vacuum_cost_delay = 0,
  vacuum_truncate = false
);

create index conversation_tally_change_by_tenant on conversation_tally_change (tenant_id);

create function conversation_added() returns trigger language plpgsql as $$
begin
  insert into conversation_directory (tenant_id, id, name, address, created_at)
  select a.tenant_id, a.id, left(lower(a.contact_name), 200), left(lower(a.wa_id), 100), a.created_at
    from added a;

  insert into conversation_tally_change
         (tenant_id, day, status, direction, phone_number_id, error_code, conversations)
  select a.tenant_id, cast(a.last_activity_at at time zone 'UTC' as date), a.status, a.last_message_direction,
         a.phone_number_id, a.last_error_code, count(*)
    from added a
   group by 1, 2, 3, 4, 5, 6;
  return null;
end $$;

create function conversation_moved() returns trigger language plpgsql as $$
begin
  insert into conversation_tally_change
         (tenant_id, day, status, direction, phone_number_id, error_code, conversations)
  select m.tenant_id, m.day, m.status, m.direction, m.phone_number_id, m.error_code, sum(m.conversations)
    from (select b.tenant_id, cast(b.last_activity_at at time zone 'UTC' as date) as day, b.status,
                 b.last_message_direction as direction, b.phone_number_id, b.last_error_code as error_code,
                 -1 as conversations
            from before b
          union all
          select a.tenant_id, cast(a.last_activity_at at time zone 'UTC' as date), a.status,
                 a.last_message_direction, a.phone_number_id, a.last_error_code, 1
            from after a) m
   group by 1, 2, 3, 4, 5, 6
  having sum(m.conversations) <> 0;
  return null;
end $$;

create function conversation_renamed() returns trigger language plpgsql as $$
begin
  update conversation_directory d
     set name = left(lower(new.contact_name), 200), address = left(lower(new.wa_id), 100)
   where d.tenant_id = new.tenant_id
     and d.id = new.id;
  return null;
end $$;

create function conversation_removed() returns trigger language plpgsql as $$
begin
  delete from conversation_directory d
   using removed r
   where d.tenant_id = r.tenant_id
     and d.id = r.id;

  insert into conversation_tally_change
         (tenant_id, day, status, direction, phone_number_id, error_code, conversations)
  select r.tenant_id, cast(r.last_activity_at at time zone 'UTC' as date), r.status, r.last_message_direction,
         r.phone_number_id, r.last_error_code, -count(*)
    from removed r
   group by 1, 2, 3, 4, 5, 6;
  return null;
end $$;

create trigger conversation_added after insert on conversation
referencing new table as added for each statement execute function conversation_added();

create trigger conversation_moved after update on conversation
referencing old table as before new table as after for each statement execute function conversation_moved();

create trigger conversation_renamed after update of contact_name, wa_id on conversation
for each row when (old.contact_name <> new.contact_name or old.wa_id <> new.wa_id)
execute function conversation_renamed();

create trigger conversation_removed after delete on conversation
referencing old table as removed for each statement execute function conversation_removed();

insert into conversation_directory (tenant_id, id, name, address, created_at)
select c.tenant_id, c.id, left(lower(c.contact_name), 200), left(lower(c.wa_id), 100), c.created_at
  from conversation c;

insert into conversation_tally (tenant_id, day, status, direction, phone_number_id, error_code, conversations)
select c.tenant_id, cast(c.last_activity_at at time zone 'UTC' as date), c.status, c.last_message_direction,
       c.phone_number_id, c.last_error_code, count(*)
  from conversation c
 group by 1, 2, 3, 4, 5, 6;
