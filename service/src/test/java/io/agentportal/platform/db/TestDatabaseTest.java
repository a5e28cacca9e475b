package io.agentportal.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class TestDatabaseTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final JdbcClient jdbc = database.jdbc();

  @Test
  void offersAMigratedDatabase() {
    var versions =
        jdbc.sql("select h.version from flyway_schema_history h where h.success")
            .query(String.class)
            .list();

    assertThat(versions).contains("0001");
  }

  @Test
  void sortsAndComparesTheSameOnEveryMachine() {
    var provider =
        jdbc.sql(
                """
                select concat_ws(' ', d.datlocprovider, d.datlocale, d.datctype)
                  from pg_database d
                 where d.datname = current_database()
                """)
            .query(String.class)
            .single();

    assertThat(provider).isEqualTo("b C.UTF-8 C.UTF-8");
  }

  @ExtendWith(TestDatabase.class)
  static class WithParameters {

    @Test
    void handsOutClientsOfOneDatabase(JdbcClient jdbc, TransactionTemplate transactions) {
      String inside =
          transactions.execute(
              _ -> jdbc.sql("select current_database()").query(String.class).single());

      assertThat(inside).startsWith("test_");
    }
  }
}
