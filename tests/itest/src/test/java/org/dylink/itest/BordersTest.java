package org.dylink.itest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.format.WasmModule;
import org.dylink.linker.Symbol;

/** Arrows run one way, as CONTRIBUTING.md draws them. */
@AnalyzeClasses(locations = Parts.class, importOptions = Parts.OnlyOurs.class)
class BordersTest {
  private static final String FORMAT = "org.dylink.format";
  private static final String HEADERS = "org.dylink.headers";
  private static final String ENGINE = "org.dylink.engine";
  private static final String HOST = "org.dylink.engine.host";
  private static final String ENDIVE = "org.dylink.engine.endive";
  private static final String JVM = "org.dylink.engine.jvm";
  private static final String RUN_NUMBER = "org.dylink.engine.jvm.run.number";
  private static final String RUN_VECTOR = "org.dylink.engine.jvm.run.vector";
  private static final String RUN_MEMORY = "org.dylink.engine.jvm.run.memory";
  private static final String RUN_CALL = "org.dylink.engine.jvm.run.call";
  private static final String RUN_GC = "org.dylink.engine.jvm.run.gc";
  private static final String CHECKS = "org.dylink.engine.imports";
  private static final String CONTROL = "org.dylink.engine.control";
  private static final String HEAP = "org.dylink.engine.heap";
  private static final String STACK = "org.dylink.engine.stack";
  private static final String MACHINE = "org.dylink.engine.machine";
  private static final String MACHINE_TEXT = "org.dylink.machine.ir";
  private static final String MACHINE_LLVM = "org.dylink.machine.llvm";
  private static final String MACHINE_MAKE = "org.dylink.engine.machine.make";
  private static final String MACHINE_API = "org.dylink.machine";
  private static final String MACHINE_OBJECTS = "org.dylink.machine.objects";
  private static final String MACHINE_OSGI = "org.dylink.machine.osgi";
  private static final String MACHINE_RUN = "org.dylink.machine.run";
  private static final String KEPT_CLASSES = "org.dylink.engine.jvm.store";
  private static final String LINKER = "org.dylink.linker";
  private static final String ABI = "org.dylink.linker.abi";
  private static final String LINK = "org.dylink.linker.link";
  private static final String PARTS = "org.dylink.linker.link.parts";
  private static final String THREAD = "org.dylink.linker.link.thread";
  private static final String SPAWN = "org.dylink.linker.link.spawn";
  private static final String LOAD = "org.dylink.linker.link.load";
  private static final String RESOLVE = "org.dylink.linker.link.resolve";
  private static final String SPACE = "org.dylink.linker.link.space";
  private static final String BESIDE = "org.dylink.linker.link.host";
  private static final String BIND = "org.dylink.linker.link.bind";
  private static final String IMAGE = "org.dylink.linker.link.image";
  private static final String DL = "org.dylink.linker.link.dl";
  private static final String SNAPSHOT = "org.dylink.linker.link.snapshot";
  private static final String REPLACE = "org.dylink.linker.link.replace";
  private static final String PROGRAM = "org.dylink.linker.link.program";
  private static final String CONFIG = "org.dylink.linker.config";
  private static final String RUNTIME = "org.dylink.linker.runtime";
  private static final String OSGI = "org.dylink.linker.osgi";
  private static final String SETTLE = "org.dylink.linker.settle";
  private static final String EMBED = "org.dylink.linker.embed";
  private static final String WASI = "org.dylink.wasi";
  private static final String SHELL = "org.dylink.shell..";
  private static final String DRAW = "org.dylink.linker.draw";
  private static final String CONSOLE = "org.dylink.webconsole";
  private static final String MONITOR = "org.dylink.monitor";
  private static final String MONITORING = "org.dylink.monitor.osgi";
  private static final String HEALTH = "org.dylink.monitor.health";
  private static final String METER = "org.dylink.monitor.meter";
  private static final String FLIGHT = "org.dylink.monitor.flight";
  private static final String DEPLOYER = "org.dylink.deployer";
  private static final String LAUNCHER = "org.dylink.launcher";
  private static final String LAUNCHING = "org.dylink.launcher.osgi";
  private static final String BINDING = "org.dylink.binding";
  private static final String BINDING_RUNTIME = "org.dylink.binding.runtime";
  private static final String PLAIN = "org.dylink.binding.plain";
  private static final String SHAPE = "org.dylink.binding.shape";
  private static final String MEMORY = "org.dylink.binding.memory";
  private static final String VALUE = "org.dylink.binding.value";
  private static final String CODE = "org.dylink.binding.code";
  private static final String SERVICES = "org.dylink.binding.osgi";
  private static final String BINDGEN = "org.dylink.bindgen";
  private static final String BINDGEN_C = "org.dylink.bindgen.c";
  private static final String BINDGEN_TREE = "org.dylink.bindgen.tree";
  private static final String BINDGEN_MACRO = "org.dylink.bindgen.macro";
  private static final String BINDGEN_EMIT = "org.dylink.bindgen.emit";
  private static final String BND = "org.dylink.bnd";
  private static final String BND_CHECK = "org.dylink.bnd.check";
  private static final String APP = "org.dylink.app..";
  private static final String TOOLCHAIN = "org.dylink.toolchain";
  private static final String PACKED = "org.dylink.toolchain.packed";
  private static final String MAVEN = "org.dylink.maven";

  // The parts that have a rule of what they may know; before the rules, which fill it.
  private static final Set<String> RULED = new HashSet<>();

  private static final String JAVA = "java..";
  // What a name of Java's may be.
  private static final String LANGUAGE = "javax.lang.model";
  private static final String JSON = "com.google.gson.stream";
  // For tools: nothing of it is there at run time.
  private static final String ANNOTATIONS = "org.osgi.annotation..";

  // What each part may know

  @ArchTest static final ArchRule formatIsPlainJava = knowsOnly(FORMAT, JAVA, ANNOTATIONS);

  @ArchTest
  static final ArchRule bundleHeadersArePlainJavaOverFormat =
      knowsOnly(HEADERS, JAVA, ANNOTATIONS, FORMAT);

  @ArchTest
  static final ArchRule theEngineApiIsPlainJavaOverFormat =
      knowsOnly(ENGINE, JAVA, ANNOTATIONS, FORMAT);

  @ArchTest
  static final ArchRule theHostApiIsPlainJavaOverEngine =
      knowsOnly(HOST, JAVA, ANNOTATIONS, FORMAT, ENGINE);

  @ArchTest
  static final ArchRule theLinkerApiIsPlainJavaOverEngine =
      knowsOnly(LINKER, JAVA, ANNOTATIONS, FORMAT, ENGINE, HOST, ABI);

  @ArchTest static final ArchRule theWordsOfTheAbiKnowTheFormatOnly = knowsOnly(ABI, JAVA, FORMAT);

  // Loaded where there is no class of OSGi.
  @ArchTest
  static final ArchRule embeddingIsPlainJavaOverTheAlgorithm =
      knowsOnly(
          EMBED,
          JAVA,
          ANNOTATIONS,
          FORMAT,
          ENGINE,
          HOST,
          LINKER,
          ABI,
          LINK,
          LOAD,
          RESOLVE,
          SNAPSHOT,
          PROGRAM);

  // What the framework knows of libraries: values of OSGi's kind.
  @ArchTest
  static final ArchRule theRuntimeApiIsValuesOverLinker =
      knowsOnly(RUNTIME, JAVA, ANNOTATIONS, "org.osgi.dto", LINKER, ENGINE);

  // The rooms of the algorithm, from the ground up. None knows a framework.

  @ArchTest
  static final ArchRule whatAProgramIsMadeOfKnowsNoStepOfALink =
      knowsOnly(PARTS, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI);

  @ArchTest
  static final ArchRule threadsKnowWhatAProgramIsMadeOfOnly =
      knowsOnly(THREAD, JAVA, FORMAT, ENGINE, HOST, LINKER, PARTS);

  @ArchTest
  static final ArchRule loadingKnowsNoSymbols =
      knowsOnly(LOAD, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI, PARTS);

  @ArchTest
  static final ArchRule resolvingKnowsNoAddresses =
      knowsOnly(RESOLVE, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI, PARTS, THREAD);

  @ArchTest
  static final ArchRule theAddressSpaceKnowsNoSymbols =
      knowsOnly(SPACE, JAVA, FORMAT, ENGINE, LINKER, ABI, PARTS);

  @ArchTest
  static final ArchRule theHostsSideKnowsWhatIsResolvedOnly =
      knowsOnly(BESIDE, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI, PARTS, RESOLVE);

  @ArchTest
  static final ArchRule bindingSearchesNothing =
      knowsOnly(BIND, JAVA, FORMAT, ENGINE, LINKER, ABI, PARTS, THREAD, RESOLVE, SPACE, BESIDE);

  @ArchTest
  static final ArchRule theImageKnowsNotWhoOpensLibraries =
      knowsOnly(
          IMAGE, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI, PARTS, THREAD, LOAD, RESOLVE, SPACE,
          BESIDE, BIND);

  @ArchTest
  static final ArchRule beginningThreadsOpensNoLibraries =
      knowsOnly(
          SPAWN, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI, PARTS, THREAD, RESOLVE, SPACE, IMAGE);

  @ArchTest
  static final ArchRule openingLibrariesTakesTheStepsOfALink =
      knowsOnly(
          DL, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI, PARTS, THREAD, LOAD, RESOLVE, SPACE, BESIDE,
          BIND, IMAGE);

  @ArchTest
  static final ArchRule replacingALibraryTakesTheStepsOfALinkUnderALock =
      knowsOnly(
          REPLACE, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI, PARTS, THREAD, LOAD, RESOLVE, SPACE,
          BIND, IMAGE, DL);

  @ArchTest
  static final ArchRule theProgramFromOutsideKnowsItsInside =
      knowsOnly(
          PROGRAM, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI, PARTS, THREAD, SPACE, BESIDE, BIND,
          IMAGE, SPAWN, DL, REPLACE, SNAPSHOT);

  @ArchTest
  static final ArchRule aSnapshotKnowsThePartsOfAProgramAndNoRecipe =
      knowsOnly(
          SNAPSHOT, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI, PARTS, THREAD, RESOLVE, SPACE, BESIDE,
          BIND, IMAGE);

  @ArchTest
  static final ArchRule theRecipeKnowsNoFramework =
      knowsOnly(LINK, JAVA, FORMAT, ENGINE, HOST, LINKER, ABI, LINK + "..");

  // Where two search for one symbol they may find two things: all others read the Resolution.
  @ArchTest
  static final ArchRule onlyTheResolverSearchesForSymbols =
      noClasses()
          .that()
          .resideInAPackage(LINK + "..")
          .and()
          .doNotHaveSimpleName("SymbolSearch")
          .should()
          .callMethod(
              Symbol.class, "definition", WasmModule.class, String.class, Symbol.Kind.class);

  @ArchTest
  static final ArchRule theAlgorithmHasNoLogger =
      noClasses()
          .that()
          .resideInAPackage(LINK + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.util.logging..").or(assignableTo(System.Logger.class)));

  @ArchTest
  static final ArchRule readingConfigurationsIsPlainJavaOverTheLinkerApi =
      knowsOnly(CONFIG, JAVA, ANNOTATIONS, LINKER, HOST);

  @ArchTest
  static final ArchRule endiveKnowsTheEngineApiOnly =
      knowsOfOurs(ENDIVE, FORMAT, ENGINE, CHECKS, CONTROL, HEAP, STACK);

  @ArchTest static final ArchRule theReserveIsTheSameForEachEngine = knowsOnly(HEAP, JAVA, ENGINE);

  @ArchTest
  static final ArchRule controlIsTheSameForEachEngine = knowsOnly(CONTROL, JAVA, ENGINE, STACK);

  @ArchTest
  static final ArchRule checksOfImportsAreForEachEngine = knowsOnly(CHECKS, JAVA, FORMAT, ENGINE);

  @ArchTest
  static final ArchRule theCompilersServiceKnowsTheEngineApiOnly =
      knowsOfOurs(JVM, FORMAT, ENGINE, CHECKS, CONTROL, STACK, JVM + "..");

  @ArchTest
  static final ArchRule theServiceKnowsNoEngineAndNoTool =
      knowsOfOurs(
          OSGI, FORMAT, HEADERS, ENGINE, HOST, LINKER, LINK, LOAD, RESOLVE, PROGRAM, SNAPSHOT,
          RUNTIME, CONFIG, SETTLE);

  @ArchTest
  static final ArchRule settlingKnowsTheFrameworkAlone =
      knowsOnly(SETTLE, JAVA, "org.osgi.framework");

  @ArchTest static final ArchRule wasiKnowsTheHostApiOnly = knowsOfOurs(WASI, FORMAT, ENGINE, HOST);

  @ArchTest
  static final ArchRule theShellKnowsApisOnly =
      knowsOfOurs(
          SHELL, FORMAT, HEADERS, ENGINE, HOST, LINKER, RUNTIME, DRAW, BINDING_RUNTIME, LAUNCHER);

  @ArchTest
  static final ArchRule picturesKnowTheLinkersApiOnly =
      knowsOnly(DRAW, JAVA, ANNOTATIONS, FORMAT, LINKER);

  @ArchTest
  static final ArchRule thePageOfTheConsoleKnowsApisOnly =
      knowsOfOurs(CONSOLE, FORMAT, LINKER, RUNTIME, DRAW, MONITOR, BINDING_RUNTIME);

  @ArchTest
  static final ArchRule onlyThePageOfTheConsoleNamesServlets =
      onlyNamedBy("jakarta.servlet..", CONSOLE);

  @ArchTest static final ArchRule theMonitorsApiIsAlone = knowsOnly(MONITOR, JAVA, ANNOTATIONS);

  @ArchTest
  static final ArchRule theMonitorKnowsApisOnly =
      knowsOfOurs(MONITORING, FORMAT, ENGINE, LINKER, RUNTIME, MONITOR);

  @ArchTest
  static final ArchRule healthChecksKnowApisOnly =
      knowsOfOurs(HEALTH, FORMAT, ENGINE, LINKER, RUNTIME, LAUNCHER);

  @ArchTest static final ArchRule metersKnowTheNumbersOnly = knowsOfOurs(METER, MONITOR);

  @ArchTest
  static final ArchRule flightEventsKnowApisOnly = knowsOfOurs(FLIGHT, ENGINE, LINKER, RUNTIME);

  // Optional packages: whoever else named one would not start where it is not.
  @ArchTest
  static final ArchRule onlyHealthChecksNameHealthChecks =
      onlyNamedBy("org.apache.felix.hc..", HEALTH);

  @ArchTest static final ArchRule onlyMetersNameMicrometer = onlyNamedBy("io.micrometer..", METER);

  @ArchTest
  static final ArchRule onlyFlightEventsNameTheFlightRecorder = onlyNamedBy("jdk.jfr..", FLIGHT);

  @ArchTest
  static final ArchRule theDeployerKnowsApisOnly =
      knowsOfOurs(DEPLOYER, FORMAT, HEADERS, ENGINE, HOST, LINKER);

  @ArchTest
  static final ArchRule theLauncherKnowsApisOnly =
      knowsOfOurs(LAUNCHING, FORMAT, ENGINE, HOST, LINKER, RUNTIME, CONFIG, LAUNCHER);

  @ArchTest
  static final ArchRule theLaunchersApiIsAlone =
      knowsOnly(LAUNCHER, JAVA, ANNOTATIONS, "org.osgi.dto");

  @ArchTest
  static final ArchRule theBindingApiIsPlainJavaOverTheLinkerApi =
      knowsOnly(BINDING, JAVA, ANNOTATIONS, LINKER);

  // Loaded where there is no class of OSGi, as are the rooms of a bind.
  @ArchTest
  static final ArchRule bindingInPlainJavaKnowsNoFramework =
      knowsOnly(PLAIN, JAVA, ANNOTATIONS, LINKER, BINDING, CODE);

  // What an interface looks like to C is said without a program.
  @ArchTest
  static final ArchRule shapesOfInterfacesKnowNoEngineAndNoLinker =
      knowsOnly(SHAPE, JAVA, FORMAT, BINDING);

  @ArchTest
  static final ArchRule theMemoryOfABindingKnowsShapesOnly =
      knowsOnly(MEMORY, JAVA, FORMAT, ENGINE, LINKER, BINDING, SHAPE);

  @ArchTest
  static final ArchRule theValuesOfABindingKnowMemoryAndShapes =
      knowsOnly(VALUE, JAVA, FORMAT, ENGINE, LINKER, BINDING, SHAPE, MEMORY);

  @ArchTest
  static final ArchRule theCodeOfABindingKnowsNoFramework =
      knowsOnly(
          CODE, JAVA, FORMAT, ENGINE, LINKER, BINDING, SHAPE, MEMORY, VALUE, "org.objectweb.asm");

  @ArchTest
  static final ArchRule theExtenderOfServicesKnowsApisOnly =
      knowsOfOurs(
          SERVICES,
          FORMAT,
          ENGINE,
          HOST,
          LINKER,
          CONFIG,
          SETTLE,
          BINDING,
          BINDING_RUNTIME,
          PLAIN,
          SHAPE,
          CODE);

  @ArchTest
  static final ArchRule whatTheExtenderTellsIsValues =
      knowsOnly(BINDING_RUNTIME, JAVA, ANNOTATIONS, "org.osgi.dto");

  // It writes what the binding takes, as text: neither needs the other.

  @ArchTest
  static final ArchRule makingInterfacesKnowsNoBinding =
      knowsOnly(
          BINDGEN,
          JAVA,
          ANNOTATIONS,
          LANGUAGE,
          FORMAT,
          BINDGEN_C,
          BINDGEN_TREE,
          BINDGEN_MACRO,
          BINDGEN_EMIT);

  @ArchTest static final ArchRule whatAHeaderDeclaresIsPlainJava = knowsOnly(BINDGEN_C, JAVA);

  @ArchTest
  static final ArchRule readingATreeKnowsDeclarationsOnly =
      knowsOnly(BINDGEN_TREE, JAVA, BINDGEN_C, JSON);

  @ArchTest static final ArchRule macrosKnowTypesOnly = knowsOnly(BINDGEN_MACRO, JAVA, BINDGEN_C);

  @ArchTest
  static final ArchRule writingJavaReadsNoTree =
      knowsOnly(BINDGEN_EMIT, JAVA, LANGUAGE, BINDGEN_C, BINDGEN_MACRO);

  @ArchTest
  static final ArchRule theAppKnowsApisOnly =
      knowsOfOurs(
          APP,
          FORMAT,
          HEADERS,
          ENGINE,
          HOST,
          LINKER,
          DRAW,
          MACHINE,
          MACHINE_MAKE,
          TOOLCHAIN,
          PACKED,
          BINDGEN);

  // Runs clang, and has no part in running what clang makes.
  @ArchTest static final ArchRule compilingCIsPlainJava = knowsOnly(TOOLCHAIN, JAVA);

  // Runs the clang that is a program of WebAssembly, by the one engine that has compiled it.
  @ArchTest
  static final ArchRule thePackedClangIsAProgramAsOthersAre =
      knowsOnly(PACKED, TOOLCHAIN, FORMAT, ENGINE, HOST, JVM, LINKER, EMBED, JAVA);

  @ArchTest
  static final ArchRule theMavenPluginKnowsApisOnly =
      knowsOfOurs(MAVEN, TOOLCHAIN, PACKED, BINDGEN, FORMAT, ENGINE, LINKER, EMBED);

  @ArchTest
  static final ArchRule onlyTheMavenPluginNamesMaven = onlyNamedBy("org.apache.maven..", MAVEN);

  // It compiles what the engine of the same version takes: see RATIONALE.md.
  @ArchTest
  static final ArchRule theBndPluginKnowsFormatHeadersAndItsCompiler =
      knowsOfOurs(BND, FORMAT, HEADERS, ENGINE, JVM, MACHINE, MACHINE_MAKE);

  // Built after the linker and the binding, which the plugin is built before.
  @ArchTest
  static final ArchRule theCheckKnowsShapesAndTheLinkerOfPlainJava =
      knowsOnly(BND_CHECK, JAVA, FORMAT, ENGINE, LINKER, EMBED, BINDING, SHAPE, BND);

  // Generated code works on these: they know neither how classes are written nor the framework.
  @ArchTest static final ArchRule arithmeticKnowsNothing = knowsOnly(RUN_NUMBER, JAVA, ENGINE);

  @ArchTest
  static final ArchRule vectorsKnowNumbersOnly = knowsOnly(RUN_VECTOR, JAVA, FORMAT, RUN_NUMBER);

  @ArchTest
  static final ArchRule memoriesKnowTheEngineApiOnly =
      knowsOnly(RUN_MEMORY, JAVA, FORMAT, ENGINE, CONTROL, HEAP, STACK);

  @ArchTest
  static final ArchRule callsKnowMemoriesAndTheEngineApi =
      knowsOnly(RUN_CALL, JAVA, FORMAT, ENGINE, CONTROL, HEAP, STACK, RUN_MEMORY);

  @ArchTest
  static final ArchRule whatIsCollectedKnowsCallsAndMemories =
      knowsOnly(RUN_GC, JAVA, FORMAT, ENGINE, HEAP, RUN_CALL, RUN_MEMORY);

  @ArchTest static final ArchRule theReserveOfStackKnowsTraps = knowsOnly(STACK, JAVA, ENGINE);

  @ArchTest
  static final ArchRule whatCodeIsKnowsTheFormatOnly = knowsOnly(JVM + ".code", JAVA, FORMAT);

  @ArchTest
  static final ArchRule validatingKnowsWhatCodeIsOnly =
      knowsOnly(JVM + ".validate", JAVA, FORMAT, JVM + ".code");

  @ArchTest
  static final ArchRule planningKnowsWhatCodeIsOnly =
      knowsOnly(JVM + ".plan", JAVA, FORMAT, JVM + ".code");

  // It names what generated code calls, and nobody runs anything while it writes.
  @ArchTest
  static final ArchRule emittingKnowsNoEngine =
      knowsOnly(
          JVM + ".emit",
          JAVA,
          FORMAT,
          JVM + ".code",
          JVM + ".validate",
          JVM + ".plan",
          RUN_NUMBER,
          RUN_VECTOR,
          RUN_MEMORY,
          RUN_CALL,
          RUN_GC,
          KEPT_CLASSES, // the loader of function types asks it first
          "org.objectweb.asm");

  @ArchTest
  static final ArchRule keepingClassesKnowsNeitherCompilerNorFramework =
      knowsOnly(KEPT_CLASSES, JAVA, FORMAT, ENGINE);

  // What makes machine code and what runs it know each other by this alone.
  @ArchTest
  static final ArchRule objectsOfMachineCodeKnowTheFormat =
      knowsOnly(MACHINE, JAVA, FORMAT, ENGINE);

  // The compiler itself is another process.
  @ArchTest
  static final ArchRule makingMachineCodeKnowsNoCompiler =
      knowsOnly(MACHINE_MAKE, JAVA, FORMAT, ENGINE, MACHINE, KEPT_CLASSES);

  @ArchTest
  static final ArchRule writingForLlvmNeedsNoLlvm =
      knowsOnly(MACHINE_TEXT, JAVA, FORMAT, MACHINE, JVM + ".code", JVM + ".validate");

  @ArchTest
  static final ArchRule theCompilerToMachineCodeRunsNothing =
      knowsOfOurs(MACHINE_LLVM, FORMAT, ENGINE, MACHINE, MACHINE_MAKE, MACHINE_TEXT, JVM + ".code");

  // Where the build runs on Java 17, it is not there.
  @ArchTest
  static final ArchRule theEngineOfMachineCodeCompilesNothing =
      knowsOfOurs(
              MACHINE_RUN,
              FORMAT,
              ENGINE,
              MACHINE,
              MACHINE_MAKE,
              MACHINE_OBJECTS,
              CHECKS,
              CONTROL,
              HEAP,
              JVM + ".code")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule trustInMachineCodeKnowsModulesOnly =
      knowsOnly(MACHINE_API, JAVA, ANNOTATIONS, FORMAT).allowEmptyShould(true);

  @ArchTest
  static final ArchRule whereMachineCodeIsKnowsNotHowItIsRun =
      knowsOfOurs(MACHINE_OBJECTS, FORMAT, ENGINE, MACHINE, MACHINE_MAKE, MACHINE_API)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theServiceOfMachineCodePutsItsPartsTogether =
      knowsOfOurs(
              MACHINE_OSGI,
              ENGINE,
              MACHINE,
              MACHINE_MAKE,
              MACHINE_API,
              MACHINE_OBJECTS,
              MACHINE_RUN)
          .allowEmptyShould(true);

  // Who may name what others have made

  @ArchTest
  static final ArchRule onlyItsCompilerNamesLlvm = onlyNamedBy("org.bytedeco..", MACHINE_LLVM);

  @ArchTest static final ArchRule onlyTheEngineNamesEndive = onlyNamedBy("run.endive..", ENDIVE);

  @ArchTest
  static final ArchRule onlyWhoGeneratesCodeNamesAsm =
      onlyNamedBy("org.objectweb.asm..", ENDIVE, JVM + "..", CODE);

  // The app's shell command starts a session, if Gogo is there.
  @ArchTest
  static final ArchRule onlyTheShellNamesGogo =
      onlyNamedBy("org.apache.felix.service.command..", SHELL, "org.dylink.app.command");

  @ArchTest
  static final ArchRule onlyTheCommandLineNamesFelix =
      onlyNamedBy("org.apache.felix.framework..", "org.dylink.app.launch");

  // An optional package: whoever else named it would not start without File Install.
  @ArchTest
  static final ArchRule onlyTheDeployerNamesFileInstall =
      onlyNamedBy("org.apache.felix.fileinstall..", DEPLOYER);

  @ArchTest static final ArchRule onlyTheBndPluginNamesBnd = onlyNamedBy("aQute..", BND);

  // It is found by ServiceLoader, so it names the interface that it is.
  @ArchTest static final ArchRule onlyTheCheckNamesTheBndPlugin = onlyNamedBy(BND, BND, BND_CHECK);

  // All parts together

  @ArchTest
  static void privatePartsAreKnownToNobody(JavaClasses all) {
    for (String part :
        List.of(
            ENDIVE,
            OSGI,
            WASI,
            SHELL,
            MONITORING,
            HEALTH,
            METER,
            FLIGHT,
            CONSOLE,
            DEPLOYER,
            LAUNCHING,
            SERVICES,
            BND_CHECK,
            APP)) {
      classes()
          .that()
          .resideInAPackage(part)
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAPackage(part)
          .check(all);
    }
  }

  @ArchTest
  static final ArchRule exportedSignaturesNameExportedTypes =
      classes()
          .that(ExportedApi.IS_EXPORTED)
          .and()
          .resideOutsideOfPackage(BND)
          .should(ExportedApi.nameOnlyExportedTypesAnd(JAVA, "org.osgi.dto"));

  // The plugin has to be what bnd takes for one.
  @ArchTest
  static final ArchRule thePluginsSignaturesNameBndToo =
      classes()
          .that(ExportedApi.IS_EXPORTED)
          .and()
          .resideInAPackage(BND)
          .should(ExportedApi.nameOnlyExportedTypesAnd(JAVA, "aQute.bnd.."));

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.dylink.(**)").should().beFreeOfCycles();

  // A rule about a package that is not read would pass.
  @ArchTest
  static void allPartsAreRead(JavaClasses all) {
    Stream.of(
            FORMAT,
            HEADERS,
            ENGINE,
            HOST,
            ENDIVE,
            LINKER,
            ABI,
            LINK,
            PARTS,
            THREAD,
            SPAWN,
            LOAD,
            RESOLVE,
            SPACE,
            BESIDE,
            BIND,
            IMAGE,
            DL,
            REPLACE,
            SNAPSHOT,
            PROGRAM,
            CONFIG,
            RUNTIME,
            OSGI,
            SETTLE,
            EMBED,
            WASI,
            SHELL,
            DRAW,
            CONSOLE,
            MONITOR,
            MONITORING,
            HEALTH,
            METER,
            FLIGHT,
            DEPLOYER,
            LAUNCHER,
            LAUNCHING,
            BINDING,
            BINDING_RUNTIME,
            PLAIN,
            SHAPE,
            MEMORY,
            VALUE,
            CODE,
            SERVICES,
            BINDGEN,
            BINDGEN_C,
            BINDGEN_TREE,
            BINDGEN_MACRO,
            BINDGEN_EMIT,
            BND,
            APP,
            MACHINE,
            MACHINE_MAKE,
            MACHINE_TEXT,
            MACHINE_LLVM)
        .map(part -> part.replace("..", ""))
        .forEach(part -> assertTrue(all.containPackage(part), part));
    assertTrue(
        all.containPackage("org.dylink.app.launch"),
        "the launcher of the command line, which is in no bundle");
  }

  // A package that nobody thought of would have no border.
  @ArchTest
  static void everyPackageHasARule(JavaClasses all) {
    assertEquals(
        List.of(),
        all.stream()
            .map(JavaClass::getPackageName)
            .distinct()
            .filter(name -> RULED.stream().noneMatch(part -> PackageMatcher.of(part).matches(name)))
            .sorted()
            .toList());
  }

  private static ArchRule knowsOnly(String part, String... known) {
    RULED.add(part);
    return classes()
        .that()
        .resideInAPackage(part)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(with(part, known));
  }

  /** Of our own packages; what others have made is not looked at. */
  private static ArchRule knowsOfOurs(String part, String... known) {
    RULED.add(part);
    return noClasses()
        .that()
        .resideInAPackage(part)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.dylink..").and(resideOutsideOfPackages(with(part, known))));
  }

  private static ArchRule onlyNamedBy(String named, String... by) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(by)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(named);
  }

  private static String[] with(String part, String... others) {
    return Stream.concat(Stream.of(part), Stream.of(others)).toArray(String[]::new);
  }
}
