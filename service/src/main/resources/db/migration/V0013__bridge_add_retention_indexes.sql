-- For dropping what is old, of all tenants. The tables are short and few write them: no need to build concurrently.
create index account_notice_by_age on account_notice (received_at);

create index delivery_dead_by_age on delivery_dead (died_at);
