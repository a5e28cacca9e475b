package io.agentportal.conversations.list;

import static io.agentportal.conversations.ConversationRowsFixture.conversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.conversations.ConversationRowsFixture;
import io.agentportal.conversations.list.ConversationListQueries.Listed;
import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationListQueriesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private final TenantId tenantId = new TenantId(UUID.randomUUID());
  private final ConversationListQueries list = TestLists.of(database);
  private final ConversationRowsFixture rows =
      new ConversationRowsFixture(database.jdbc(), tenantId);

  @BeforeEach
  void fourConversations() {
    rows.insert(conversation("Ann Lee", "4915112340001", NOON).createdAt(NOON.minusSeconds(900)));
    rows.insert(
        conversation("Annabel Ortiz", "4915112340002", NOON.minusSeconds(60)).status("closed"));
    rows.insert(conversation("Bo 50% off_er", "34600111222", NOON.minusSeconds(120)));
    rows.insert(
        conversation("Žofie O'Neil \\ \"Zo\"", "420777000111", NOON.minusSeconds(180))
            .status("error"));
  }

  @Test
  void listsTheNewestActivityFirst() {
    assertThat(names("")).startsWith("Ann Lee", "Annabel Ortiz", "Bo 50% off_er").hasSize(4);
  }

  @Test
  void sortsByCreationEitherWay() {
    assertThat(names(filter("", null, order("createdAt", "asc")))).startsWith("Ann Lee");
    assertThat(names(filter("", null, order("createdAt", "desc")))).endsWith("Ann Lee");
  }

  @Test
  void filtersByStatus() {
    assertThat(names(filter("", ConversationStatus.CLOSED, newest())))
        .containsExactly("Annabel Ortiz");
  }

  @Test
  void givesAnEmptyPagePastTheEnd() {
    ListFilter everything = filter("", null, newest());

    assertThat(list.page(everything, 3, 2).rows()).isEmpty();
    assertThat(list.page(everything, 2, 3).rows()).hasSize(1);
  }

  @Test
  void findsPartsOfNamesInAnyCase() {
    assertThat(names("nabEL")).containsExactly("Annabel Ortiz");
    assertThat(names("ŽOFIE")).hasSize(1);
  }

  @Test
  void findsShortTextAtTheBeginningOfWordsOnly() {
    assertThat(names("le")).containsExactly("Ann Lee");
    assertThat(names("nn")).isEmpty();
    assertThat(names("b")).containsExactly("Bo 50% off_er");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+49 151 1234", "49151-1234", "(49) 1511234"})
  void findsPhoneNumbersAsPeopleWriteThem(String typed) {
    assertThat(names(typed)).containsExactly("Ann Lee", "Annabel Ortiz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"50% off", "off_er", "% off_"})
  void takesWildcardsAsOrdinaryCharacters(String typed) {
    assertThat(names(typed)).containsExactly("Bo 50% off_er");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "%%%", "___", "n%l", "' or '1'='1", "\\\\\\", "\"); --"})
  void findsNothingByHostileText(String typed) {
    assertThat(names(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"O'Neil", "\\ \"", "\"Zo\""})
  void findsQuotesAndBackslashes(String typed) {
    assertThat(names(typed)).hasSize(1);
  }

  @Test
  void refusesTextThatIsTooLongOrHoldsControlCharacters() {
    assertThatThrownBy(() -> search("x".repeat(101))).isInstanceOf(PortalException.class);
    assertThatThrownBy(() -> search("Ann\u0000Lee")).isInstanceOf(PortalException.class);
  }

  @Test
  void findsAConversationByEitherId() {
    UUID genesysId = UUID.randomUUID();
    UUID id = rows.insert(conversation("Cy Young", "15550100299", NOON).genesysId(genesysId));

    assertThat(names(id.toString())).containsExactly("Cy Young");
    assertThat(names(genesysId.toString().toUpperCase(Locale.ROOT))).containsExactly("Cy Young");
  }

  @Test
  void letsAViewerSearchNamesButNotDigits() {
    Optional<ConversationSearch> digits = ConversationSearch.parse("4915112", Role.VIEWER);
    Optional<ConversationSearch> name = ConversationSearch.parse("annab", Role.VIEWER);

    ListFilter everything = ListFilter.everything(tenantId);

    assertThat(names(everything.with(digits))).isEmpty();
    assertThat(names(everything.with(name))).containsExactly("Annabel Ortiz");
  }

  @Test
  void showsNothingOfAnotherTenant() {
    assertThat(names(ListFilter.everything(new TenantId(UUID.randomUUID())))).isEmpty();
  }

  private static ConversationOrder newest() {
    return ConversationOrder.NEWEST_ACTIVITY_FIRST;
  }

  private static Optional<ConversationSearch> search(String typed) {
    return ConversationSearch.parse(typed, Role.ADMIN);
  }

  private static ConversationOrder order(String sortBy, String sortOrder) {
    return ConversationOrder.parse(sortBy, sortOrder);
  }

  private ListFilter filter(
      String typed, @Nullable ConversationStatus status, ConversationOrder order) {
    ListFilter everything = ListFilter.everything(tenantId).with(search(typed)).with(order);
    return status == null ? everything : everything.with(status);
  }

  private List<String> names(String typed) {
    return names(filter(typed, null, newest()));
  }

  private List<String> names(ListFilter filter) {
    Listed listed = list.page(filter, 1, 20);
    assertThat(listed.total()).isEqualTo(listed.rows().size());
    return listed.rows().stream().map(ConversationSummary::contactName).toList();
  }
}
