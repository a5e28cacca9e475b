package io.agentportal.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealerTest {
  private static final byte[] SECRET = "hzKw7ndkBraeDRPf".getBytes(UTF_8);
  private static final byte[] HERE = "tenant-1".getBytes(UTF_8);
  private static final byte[] ELSEWHERE = "tenant-2".getBytes(UTF_8);

  private final Sealer sealer = MasterKey.read(MasterKey.generate(), "test");

  @Test
  void opensWhatItSealed() {
    assertThat(sealer.open(sealer.seal(SECRET, HERE), HERE)).isEqualTo(SECRET);
  }

  @Test
  void sealsTheSameDifferentlyEachTime() {
    assertThat(sealer.seal(SECRET, HERE)).isNotEqualTo(sealer.seal(SECRET, HERE));
  }

  @Test
  void doesNotOpenInAnotherContext() {
    byte[] sealed = sealer.seal(SECRET, HERE);

    assertThatThrownBy(() -> sealer.open(sealed, ELSEWHERE))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void noticesAChangedBit() {
    byte[] sealed = sealer.seal(SECRET, HERE);
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> sealer.open(sealed, HERE)).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void bindsADataKeyToItsContext() {
    byte[] key = sealer.newSealedKey(HERE);
    byte[] sealed = sealer.withSealedKey(key, HERE).seal(SECRET, HERE);

    assertThat(sealer.withSealedKey(key, HERE).open(sealed, HERE)).isEqualTo(SECRET);
    assertThatThrownBy(() -> sealer.withSealedKey(key, ELSEWHERE))
        .isInstanceOf(SealBrokenException.class);
    assertThatThrownBy(() -> sealer.open(sealed, HERE)).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void showsASecretOnlyAsAMask() {
    assertThat(SecretText.of("hzKw7ndkBraeDRPf")).hasToString("••••••••DRPf");
    assertThat(SecretText.of("short")).hasToString("••••••••");
  }
}
