alter table onboarding
  -- What was typed and not accepted yet, by section; shown instead of the accepted values.
  add column drafts jsonb not null default '{}',
  -- When a step was last accepted; drafts do not count. Null: none was.
  add column changed_at timestamptz;

update onboarding set changed_at = updated_at;
