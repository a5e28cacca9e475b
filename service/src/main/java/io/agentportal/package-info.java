/// The product. Each direct sub-package is a module; its own page says what it may use.
@NullMarked
package io.agentportal;

import org.jspecify.annotations.NullMarked;
