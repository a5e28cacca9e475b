package io.agentportal.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaErrorsTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 1, 2, 3, 4, 10, 17, 32, 33, 100, 190, 200, 299, 368, 613, 2200, 80007, 130429, 130472,
        130497, 131000, 131005, 131008, 131009, 131016, 131021, 131026, 131030, 131031, 131037,
        131042, 131044, 131045, 131047, 131048, 131049, 131050, 131051, 131052, 131053, 131055,
        131056, 131057, 131059, 131060, 131062, 131063, 131064, 131215, 132000, 132001, 132005,
        132007, 132008, 132012, 132015, 132016, 132068, 132069, 133000, 133004, 133005, 133006,
        133008, 133009, 133010, 133015, 133016, 134011, 134100, 134101, 134102, 135000, 137000,
        138006, 139004, 141002, 2388001, 2494100
      })
  void explainsEveryDocumentedCodeInASentenceOfItsOwn(int code) {
    MetaErrors.Facts facts = MetaErrors.facts(code);

    assertThat(facts.code()).isEqualTo(code);
    assertThat(facts.sentence()).endsWith(".").doesNotContain("with code");
  }

  @ParameterizedTest
  @CsvSource({
    "190, CREDENTIALS, TENANT",
    "131026, UNREACHABLE, MESSAGE",
    "131047, TEMPLATE, PAIR",
    "131056, PAUSE, PAIR",
    "130429, PAUSE, NUMBER",
    "80007, PAUSE, TENANT",
    "131016, RETRY, NUMBER",
    "250, CREDENTIALS, TENANT",
    "987654, CALLER, MESSAGE"
  })
  void sortsCodesByWhatToDoAndWhatIsConcerned(int code, MetaErrors.Kind kind, Scope scope) {
    assertThat(MetaErrors.facts(code).kind()).isEqualTo(kind);
    assertThat(MetaErrors.facts(code).scope()).isEqualTo(scope);
  }
}
