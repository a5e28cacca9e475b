-- When a lane began to wait for an admin. Secrets stored after that let it move at once; null: written by the version
-- before, which lets it move by itself.
alter table delivery_lane add column blocked_at timestamptz;
