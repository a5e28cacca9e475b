package io.agentportal.onboarding;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table `onboarding`. Every statement names one tenant.
@Repository
class OnboardingStore {
  private static final String COLUMNS =
      """
      o.revision, o.current_step, array_to_string(o.completed_steps, ',') as steps,
             o.form, o.drafts, o.updated_at, o.changed_at
      """;

  private static final String FIND =
      """
      select
      """
          + COLUMNS
          + """
            from onboarding o
           where o.tenant_id = :tenantId
          """;

  /// Nothing is inserted for somebody who expects a revision that never was.
  private static final String SAVE_DRAFT =
      """
      insert into onboarding as o
             (tenant_id, revision, current_step, completed_steps, form, drafts, updated_at)
      select :tenantId, 1, :step, array[]::integer[], '{}', cast(:section as jsonb), :now
       where coalesce(cast(:expected as integer), 0) = 0
          or exists (select 1 from onboarding p where p.tenant_id = :tenantId)
          on conflict (tenant_id) do update
         set revision = o.revision + 1,
             current_step = excluded.current_step,
             drafts = o.drafts || excluded.drafts,
             updated_at = excluded.updated_at
       where cast(:expected as integer) is null or o.revision = cast(:expected as integer)
      returning
      """
          + COLUMNS;

  private static final String SAVE =
      """
      insert into onboarding as o
             (tenant_id, revision, current_step, completed_steps, form, updated_at, changed_at)
      select :tenantId, 1, :nextStep, array[cast(:step as integer)], cast(:section as jsonb),
             :now, :now
       where coalesce(cast(:expected as integer), 0) = 0
          or exists (select 1 from onboarding p where p.tenant_id = :tenantId)
          on conflict (tenant_id) do update
         set revision = o.revision + 1,
             current_step = excluded.current_step,
             completed_steps = array(
               select distinct s.step
                 from unnest(o.completed_steps || excluded.completed_steps) as s (step)
                order by s.step),
             form = o.form || excluded.form,
             drafts = o.drafts - cast(:name as text),
             updated_at = excluded.updated_at,
             changed_at = case when :name = '' then o.changed_at else excluded.changed_at end
       where cast(:expected as integer) is null or o.revision = cast(:expected as integer)
      returning
      """
          + COLUMNS;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  OnboardingStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// @param form accepted, by section: `organization`, `genesys`, `whatsapp`; no secrets
  /// @param drafts typed and not accepted yet, by section
  /// @param changedAt when a step was last accepted; null: none was
  record Progress(
      int revision,
      int currentStep,
      List<Integer> completedSteps,
      JsonNode form,
      JsonNode drafts,
      Instant savedAt,
      @Nullable Instant changedAt) {}

  /// @param name of the section; `""` for the steps that have none
  record Change(int step, String name, JsonNode section, boolean draft, Instant at) {}

  Optional<Progress> find(TenantId tenantId) {
    return jdbc.sql(FIND)
        .param("tenantId", tenantId.value())
        .query((row, _) -> progress(row))
        .optional();
  }

  /// Keeps a section: accepted, with its step done, or as a draft.
  ///
  /// @param expected the revision that the change builds on, 0: nothing yet; null: any
  /// @return empty if there is another revision by now
  Optional<Progress> save(TenantId tenantId, Change change, @Nullable Integer expected) {
    JsonNode sections =
        change.name().isEmpty()
            ? PartnerJson.object()
            : PartnerJson.object().set(change.name(), change.section());
    return jdbc.sql(change.draft() ? SAVE_DRAFT : SAVE)
        .param("tenantId", tenantId.value())
        .param("nextStep", Math.min(change.step() + 1, Onboarding.LAST_STEP))
        .param("step", change.step())
        .param("name", change.name())
        .param("section", json.writeValueAsString(sections))
        .param("expected", expected)
        .param("now", Timestamp.from(change.at()))
        .query((row, _) -> progress(row))
        .optional();
  }

  private Progress progress(ResultSet row) throws SQLException {
    Timestamp changedAt = row.getTimestamp("changed_at");
    return new Progress(
        row.getInt("revision"),
        row.getInt("current_step"),
        Stream.of(row.getString("steps").split(","))
            .filter(step -> !step.isEmpty())
            .map(Integer::valueOf)
            .toList(),
        json.readTree(row.getString("form")),
        json.readTree(row.getString("drafts")),
        row.getTimestamp("updated_at").toInstant(),
        changedAt == null ? null : changedAt.toInstant());
  }
}
