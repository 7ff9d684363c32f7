package org.dylink.shell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The shell sees the APIs of the linker, of Gogo and of the framework: no engine, and a terminal in
 * one place only.
 */
@AnalyzeClasses(packages = "org.dylink.shell", importOptions = DoNotIncludeTests.class)
class BorderTest {
  @ArchTest
  static final ArchRule usesOnlyApis =
      classes()
          .that()
          .resideInAPackage("org.dylink.shell")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.dylink.shell..",
              "org.dylink.linker",
              "org.dylink.linker.runtime",
              "org.dylink.linker.draw",
              "org.dylink.binding.runtime",
              "org.dylink.launcher",
              "org.dylink.engine",
              "org.dylink.engine.host",
              "org.dylink.format",
              "org.dylink.headers",
              "org.apache.felix.service.command..",
              "org.osgi.framework..",
              "org.osgi.service.component.annotations");

  @ArchTest
  static final ArchRule terminalsAreNoBusinessOfTheLinker =
      classes()
          .that()
          .resideInAPackage("org.dylink.shell.terminal")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.dylink.shell.terminal",
              "org.apache.felix.service.command..",
              "org.jline..");
}
