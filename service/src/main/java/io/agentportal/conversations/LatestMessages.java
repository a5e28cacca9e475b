package io.agentportal.conversations;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds the newest message of a customer. Names one tenant; needs no transaction.
@Repository
public class LatestMessages {
  private static final String FIND =
      """
      select m.phone_number_id, m.wamid
        from contact p
       cross join lateral (
             select c.id
               from conversation c
              where c.tenant_id = p.tenant_id
                and c.contact_id = p.id
                and c.last_inbound_at >= :since
              order by c.last_activity_at desc
              limit 1) n
       cross join lateral (
             select x.phone_number_id, x.wamid
               from message x
              where x.tenant_id = p.tenant_id
                and x.conversation_id = n.id
                and x.direction = 'inbound'
                and x.wamid is not null
              order by x.id desc
              limit 1) m
       where p.tenant_id = :tenantId
         and p.genesys_address = :address
      """;

  private final JdbcClient jdbc;

  LatestMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The newest message of the customer whom Genesys knows by that address; empty if there is none
  /// since then.
  public Optional<LastHeard> of(TenantId tenant, String genesysAddress, Instant since) {
    return jdbc.sql(FIND)
        .param("tenantId", tenant.value())
        .param("address", genesysAddress)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, _) -> new LastHeard(row.getString(1), row.getString(2)))
        .optional();
  }
}
