/// Sealing of bytes and keyed signatures.
@NamedInterface("crypto")
@NullMarked
package io.agentportal.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
