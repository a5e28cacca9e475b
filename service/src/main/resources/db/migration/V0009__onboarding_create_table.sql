-- How far a tenant's set-up is. Secrets are in the vault, never here.
create table onboarding (
  tenant_id uuid not null,
  -- Counts every save, so that a browser can tell that somebody else was faster.
  revision integer not null,
  current_step smallint not null,
  completed_steps integer[] not null,
  -- What was entered, by section: organization, genesys, whatsapp.
  form jsonb not null,
  updated_at timestamptz not null,
  constraint onboarding_pkey primary key (tenant_id)
);
