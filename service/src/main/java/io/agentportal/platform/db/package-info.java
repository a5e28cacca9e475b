/// The database: embedded or external, identifiers, migrations.
@NamedInterface("db")
@NullMarked
package io.agentportal.platform.db;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
