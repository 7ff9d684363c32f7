package org.dylink.linker.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a form for the linker's configuration shows; {@link ConfiguredDefaults} reads it. */
@ObjectClassDefinition(
    name = "Dylink linker",
    description =
        "Limits and defaults of all programs. A change holds for programs that are linked after it;"
            + " those that run are left alone.")
@interface LinkerConfiguration {
  /** The PID. */
  String PID = "org.dylink.linker";

  /** See {@link org.dylink.linker.LinkDefaults#maxMemory}. */
  @AttributeDefinition(
      name = "Largest memory",
      description =
          "Bytes that the memory of a program may grow to, 1 to 4294967296. A program may be linked"
              + " with less, never with more.",
      min = "1",
      max = "4294967296",
      required = false)
  long maxMemory() default 4294967296L;

  /** See {@link org.dylink.linker.LinkDefaults#maxSlots}. */
  @AttributeDefinition(
      name = "Largest function table",
      description =
          "Slots that the function table of a program may grow to, 1 to 10000000. A program may be"
              + " linked with less, never with more.",
      min = "1",
      max = "10000000",
      required = false)
  long maxSlots() default 10_000_000;

  /** See {@link org.dylink.linker.LinkDefaults#maxThreads}. */
  @AttributeDefinition(
      name = "Most threads",
      description =
          "Threads that a program may have at once, 1 to 100000, the first one counted. A program"
              + " may be linked with less, never with more; it has 1000 if it does not say.",
      min = "1",
      max = "100000",
      required = false)
  int maxThreads() default 100_000;

  /** See {@link org.dylink.linker.LinkDefaults#timeout}. */
  @AttributeDefinition(
      name = "Longest time",
      description =
          "Seconds, with decimals, after which a program is stopped; they count from its first"
              + " constructor. A program may be linked with less, never with more. Without a value"
              + " programs may run for as long as they like.",
      type = AttributeType.DOUBLE,
      required = false)
  double timeout();

  /** See {@link org.dylink.linker.LinkDefaults#stackSize}. */
  @AttributeDefinition(
      name = "Stack",
      description =
          "Bytes of stack of a program that is linked without saying how many, 1 to 2147483647. A"
              + " main that is not position-independent brings its own.",
      min = "1",
      max = "2147483647",
      required = false)
  long stackSize() default 1_048_576;

  /** See {@link org.dylink.linker.LinkDefaults#engine}. */
  @AttributeDefinition(
      name = "Engine",
      description =
          "Name of the engine that runs a program which is linked without naming one, such as"
              + " endive-compiler or endive-interpreter. Without a value it is the engine of the"
              + " highest service ranking.",
      required = false)
  String engine();

  /** See {@link org.dylink.linker.LinkDefaults#onWithdraw}. */
  @AttributeDefinition(
      name = "When a library goes",
      description =
          "What becomes of a program that is linked without saying so, when the bundle of a library"
              + " that it has loaded is stopped, updated or uninstalled.",
      options = {
        @Option(label = "It ends, with a message that names the library", value = "END"),
        @Option(label = "It goes on with what it has loaded", value = "KEEP")
      },
      required = false)
  String onWithdraw() default "END";

  /** See {@link org.dylink.linker.LinkDefaults#folders}. */
  @AttributeDefinition(
      name = "Folders",
      description =
          "Folders that every program may use besides those that it is granted itself, each as"
              + " HOST::GUEST: a folder of this machine that is there, and what programs call it.",
      required = false)
  String[] folders();
}
