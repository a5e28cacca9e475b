package io.agentportal.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.agentportal.PortalApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

/// The rules of the style guide that byte code can tell.
@AnalyzeClasses(packages = "io.agentportal", importOptions = ProductCode.class)
class StyleTest {

  @ArchTest
  static final ArchRule usesJackson3Only =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..")
          .because("Jackson 3 lives in tools.jackson");

  @ArchTest
  static final ArchRule logsThroughSlf4j =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule injectsThroughConstructors =
      noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

  @ArchTest
  static final ArchRule hidesControllersStoresJobsReadModelsAndSettings =
      classes()
          .that()
          .haveNameMatching(".*(Controller|Store|Job|Queries|Properties)")
          .and()
          .areNotInterfaces()
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule callsControllersControllers =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .should()
          .haveSimpleNameEndingWith("Controller");

  @ArchTest
  static final ArchRule callsStoresStores =
      classes()
          .that()
          .areAnnotatedWith(Repository.class)
          .and()
          .areNotPublic() // a module's face is named for its job
          .should()
          .haveSimpleNameEndingWith("Store");

  @ArchTest
  static final ArchRule callsSettingsProperties =
      classes()
          .that()
          .areAnnotatedWith(ConfigurationProperties.class)
          .and()
          .doNotHaveSimpleName(
              "SharedMetaApp") // a thing of the domain that happens to be configured
          .should()
          .haveSimpleNameEndingWith("Properties");

  @ArchTest
  static final ArchRule namesThingsByTheDomain =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info|Dto)")
          .orShould()
          .resideInAnyPackage("..dto..", "..impl..", "..util..", "..service..", "..mapper..");

  @ArchTest
  static final ArchRule keepsTheRootPackageForTheApplication =
      classes()
          .that()
          .resideInAPackage("io.agentportal")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .be(PortalApplication.class);
}
