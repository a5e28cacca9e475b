create index audit_entry_by_action on audit_entry (tenant_id, action, sequence desc);

create index audit_entry_by_actor on audit_entry (tenant_id, actor, sequence desc);

create index audit_entry_by_time on audit_entry (tenant_id, at);

-- Besides the trigger, the role that the service signs in with loses the rights to change what was written. An
-- owner can take them back and a superuser needs none: against those are the hashes.
revoke update, delete, truncate on audit_entry from public, current_user;
