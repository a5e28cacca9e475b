package io.agentportal.structure;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import io.agentportal.PortalApplication;

/// The classes that are compiled to where the application is, wherever that may be: no tests,
/// whatever the folders are called.
public final class ProductCode implements ImportOption {
  private static final String PRODUCT =
      PortalApplication.class.getProtectionDomain().getCodeSource().getLocation().getPath();

  @Override
  public boolean includes(Location location) {
    return location.contains(PRODUCT);
  }
}
