package org.dylink.shell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shell sees the linker's API and Gogo's: no framework, no engine, no terminal. */
@AnalyzeClasses(packages = "org.dylink.shell", importOptions = DoNotIncludeTests.class)
class BorderTest {
  @ArchTest
  static final ArchRule usesOnlyApis =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.dylink.shell",
              "org.dylink.linker",
              "org.dylink.engine",
              "org.dylink.engine.host",
              "org.dylink.format",
              "org.apache.felix.service.command..",
              "org.osgi.service.component.annotations");
}
