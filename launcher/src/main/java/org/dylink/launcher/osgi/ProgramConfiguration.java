package org.dylink.launcher.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a form for a program's configuration shows; {@link ProgramSettings} reads it. */
@ObjectClassDefinition(
    name = "Dylink program",
    description =
        "A program that runs with the framework, as soon as its main library is there. A change"
            + " starts it anew; without its configuration it ends.")
@interface ProgramConfiguration {
  /** The factory PID. */
  String PID = "org.dylink.program";

  /** The name of a library. */
  @AttributeDefinition(
      name = "Main library",
      description = "The name of the library that is the program, such as hello.wasm.")
  String main();

  /** Which versions of main will do. */
  @AttributeDefinition(
      name = "Version",
      description =
          "Which versions of the main library will do, such as [1.2,2). Of several that are there"
              + " the highest is taken. Without a value any will do.",
      required = false)
  String version();

  /** See {@link org.dylink.linker.LinkRequest#arguments}. */
  @AttributeDefinition(
      name = "Arguments",
      description =
          "The arguments, one each; the program's name, which comes first, is not among" + " them.",
      required = false)
  String[] arguments();

  /** See {@link org.dylink.linker.LinkRequest#environment}. */
  @AttributeDefinition(
      name = "Environment",
      description = "Environment variables, each as NAME=VALUE. The program has no others.",
      required = false)
  String[] environment();

  /** See {@link org.dylink.linker.LinkRequest#folders}. */
  @AttributeDefinition(
      name = "Folders",
      description =
          "Folders that the program may use, each as HOST::GUEST: a folder of this machine that is"
              + " there, and what the program calls it.",
      required = false)
  String[] folders();

  /** See {@link org.dylink.linker.LinkRequest#preloads}. */
  @AttributeDefinition(
      name = "Preloads",
      description =
          "Names of libraries that come right after main in the search order, so that their symbols"
              + " win over those of what it needs.",
      required = false)
  String[] preloads();

  /** See {@link org.dylink.linker.LinkRequest#maxMemory}. */
  @AttributeDefinition(
      name = "Largest memory",
      description =
          "Bytes that its memory may grow to, 1 to 4294967296. Without a value, or with one that is"
              + " larger, what the linker allows.",
      type = AttributeType.LONG,
      min = "1",
      max = "4294967296",
      required = false)
  long maxMemory();

  /** See {@link org.dylink.linker.LinkRequest#maxSlots}. */
  @AttributeDefinition(
      name = "Largest function table",
      description =
          "Slots that its function table may grow to, 1 to 10000000. Without a value, or with one"
              + " that is larger, what the linker allows.",
      type = AttributeType.LONG,
      min = "1",
      max = "10000000",
      required = false)
  long maxSlots();

  /** See {@link org.dylink.linker.LinkRequest#maxThreads}. */
  @AttributeDefinition(
      name = "Most threads",
      description =
          "Threads that it may have at once, 1 to 100000, the first one counted. Without a value"
              + " 1000, or with one that is larger, what the linker allows.",
      type = AttributeType.INTEGER,
      min = "1",
      max = "100000",
      required = false)
  int maxThreads();

  /** See {@link org.dylink.linker.LinkRequest#timeout}. */
  @AttributeDefinition(
      name = "Longest time",
      description =
          "Seconds, with decimals, after which a run is stopped. Without a value, or with one that"
              + " is larger, what the linker allows.",
      type = AttributeType.DOUBLE,
      required = false)
  double timeout();

  /** See {@link org.dylink.linker.LinkRequest#stackSize}. */
  @AttributeDefinition(
      name = "Stack",
      description =
          "Bytes of stack, 1 to 2147483647. Without a value what the linker gives; a main that is"
              + " not position-independent brings its own.",
      type = AttributeType.LONG,
      min = "1",
      max = "2147483647",
      required = false)
  long stackSize();

  /** See {@link org.dylink.linker.LinkRequest#engine}. */
  @AttributeDefinition(
      name = "Engine",
      description =
          "Name of the engine, such as endive-compiler or endive-interpreter. Without a value what"
              + " the linker takes.",
      required = false)
  String engine();

  /** See {@link org.dylink.linker.LinkRequest#onWithdraw}. */
  @AttributeDefinition(
      name = "When a library goes",
      description =
          "What becomes of the program when the bundle of a library that it has loaded is stopped,"
              + " updated or uninstalled. In either case it starts anew when all is back and it has"
              + " ended. Without a value what the linker does.",
      options = {
        @Option(label = "It ends", value = "END"),
        @Option(label = "It goes on with what it has loaded", value = "KEEP")
      },
      required = false)
  String onWithdraw();

  /** See {@link Restarts}. */
  @AttributeDefinition(
      name = "Restart",
      description = "Whether it is started again when it has ended by itself.",
      options = {
        @Option(label = "Never", value = "never"),
        @Option(label = "If it failed or its exit code is not 0", value = "on-failure"),
        @Option(label = "Always", value = "always")
      },
      required = false)
  String restart() default "never";

  /** See {@link Restarts}. */
  @AttributeDefinition(
      name = "Delay of a restart",
      description =
          "Seconds, with decimals, before the first restart. Each further restart in a row takes"
              + " twice as long, up to a minute; a run of a minute begins a new row.",
      required = false)
  double restartDelay() default 1;

  /** See {@link Restarts}. */
  @AttributeDefinition(
      name = "Most restarts",
      description = "How many restarts there may be in a row. Without a value, any number.",
      type = AttributeType.LONG,
      min = "0",
      required = false)
  long maxRestarts();
}
