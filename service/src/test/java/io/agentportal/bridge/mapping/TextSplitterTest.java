package io.agentportal.bridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextSplitterTest {

  @Test
  void leavesAShortTextWhole() {
    assertThat(TextSplitter.split("Hello")).containsExactly("Hello");
  }

  @Test
  void cutsWhereAReaderPauses() {
    String first = "a".repeat(3000);
    String second = "b".repeat(3000);

    assertThat(TextSplitter.split(first + "\n\n" + second)).containsExactly(first, second);
  }

  @Test
  void cutsAWordThatIsTooLongButNeverACharacter() {
    String faces = "😀".repeat(3000);

    List<String> parts = TextSplitter.split(faces);

    assertThat(String.join("", parts)).isEqualTo(faces);
    assertThat(parts).allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(4096));
    assertThat(parts)
        .allSatisfy(part -> assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse());
  }
}
