package io.agentportal.onboarding;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table `onboarding`. Every statement names one tenant.
@Repository
class OnboardingStore {
  private static final String FIND =
      """
      select o.revision, o.current_step, array_to_string(o.completed_steps, ',') as steps, o.form
        from onboarding o
       where o.tenant_id = :tenantId
      """;

  private static final String SAVE =
      """
      insert into onboarding as o
             (tenant_id, revision, current_step, completed_steps, form, updated_at)
      values (:tenantId, 1, :nextStep, array[cast(:step as integer)], cast(:section as jsonb), :now)
          on conflict (tenant_id) do update
         set revision = o.revision + 1,
             current_step = excluded.current_step,
             completed_steps = array(
               select distinct s.step
                 from unnest(o.completed_steps || excluded.completed_steps) as s (step)
                order by s.step),
             form = o.form || excluded.form,
             updated_at = excluded.updated_at
       where cast(:expected as integer) is null or o.revision = cast(:expected as integer)
      returning o.revision
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  OnboardingStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// @param form by section: `organization`, `genesys`, `whatsapp`; no secrets
  record Progress(int revision, int currentStep, List<Integer> completedSteps, JsonNode form) {}

  Optional<Progress> find(TenantId tenantId) {
    return jdbc.sql(FIND)
        .param("tenantId", tenantId.value())
        .query((row, _) -> progress(row))
        .optional();
  }

  /// Adds a section and a completed step; answers the new revision.
  ///
  /// @param section one member, named for the section; an empty object for steps without entries
  /// @param expected the revision that the change builds on; null: any
  /// @return empty if there is another revision by now
  OptionalInt save(
      TenantId tenantId, int step, JsonNode section, @Nullable Integer expected, Instant now) {
    return jdbc
        .sql(SAVE)
        .param("tenantId", tenantId.value())
        .param("nextStep", Math.min(step + 1, Onboarding.LAST_STEP))
        .param("step", step)
        .param("section", json.writeValueAsString(section))
        .param("expected", expected)
        .param("now", Timestamp.from(now))
        .query(Integer.class)
        .stream()
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  private Progress progress(ResultSet row) throws SQLException {
    return new Progress(
        row.getInt("revision"),
        row.getInt("current_step"),
        Stream.of(row.getString("steps").split(","))
            .filter(step -> !step.isEmpty())
            .map(Integer::valueOf)
            .toList(),
        json.readTree(row.getString("form")));
  }
}
