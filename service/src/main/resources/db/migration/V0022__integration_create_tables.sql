-- The last connectivity test of each tenant.
create table connectivity_test (
  tenant_id uuid not null,
  tested_at timestamptz not null,
  -- What came of each named check; nothing secret.
  checks jsonb not null,
  constraint connectivity_test_pkey primary key (tenant_id)
);
