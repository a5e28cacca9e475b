/// How the API answers: envelope, paging, request ids.
@NamedInterface("http")
@NullMarked
package io.agentportal.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
