package io.agentportal.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.bridge.mapping.TypeTable;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTypeTest {

  @ParameterizedTest
  @EnumSource(MessageType.class)
  void standsInTheTableOfTypes(MessageType type) {
    Set<String> inTable =
        TypeTable.rows("whatsapp-to-genesys").stream()
            .map(row -> row.type().split("/", 2)[0])
            .map(name -> name.equals("echo") ? "template" : name)
            .collect(Collectors.toSet());

    assertThat(inTable).contains(type.wireName());
  }

  @ParameterizedTest
  @EnumSource(MessageType.class)
  void isFoundByItsName(MessageType type) {
    assertThat(MessageType.of(type.wireName())).isEqualTo(type);
  }
}
