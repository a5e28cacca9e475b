package io.agentportal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalApplication;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
  private static final ApplicationModules MODULES =
      ApplicationModules.of(PortalApplication.class, new ProductCode());

  /// The ground that everything stands on is left out of the picture.
  private static final String GROUND = "platform";

  @Test
  void keepsModulesApart() {
    MODULES.verify();
  }

  @Test
  void showsTheModulesInTheDocumentationAsTheyAre() throws IOException {
    var picture = new GeneratedSection("architecture.md", "modules");

    picture.rewriteIfAsked(mermaid());

    assertThat(picture.read())
        .as("docs/architecture.md; written anew with -Ddocs.rewrite=true")
        .isEqualTo(mermaid());
  }

  private static String mermaid() {
    SortedSet<String> arrows = new TreeSet<>();
    SortedSet<String> boxes = new TreeSet<>();
    MODULES.stream()
        .filter(module -> !name(module).equals(GROUND))
        .forEach(module -> {
          boxes.add("  " + name(module) + "\n");
          module
              .getDirectDependencies(MODULES)
              .uniqueModules()
              .map(ModularityTest::name)
              .filter(target -> !target.equals(GROUND) && !target.equals(name(module)))
              .forEach(target -> arrows.add("  " + name(module) + " --> " + target + "\n"));
        });
    return "```mermaid\nflowchart TD\n"
        + String.join("", boxes)
        + String.join("", arrows)
        + "```\n";
  }

  private static String name(ApplicationModule module) {
    return module.getIdentifier().toString();
  }
}
