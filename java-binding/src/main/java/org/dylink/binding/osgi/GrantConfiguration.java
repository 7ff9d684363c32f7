package org.dylink.binding.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a form for a bound service's configuration shows. */
@ObjectClassDefinition(
    name = "Dylink service",
    description =
        "What the programs behind a Java interface of a C library are granted. A change makes the"
            + " service anew.")
@interface GrantConfiguration {
  /** The factory PID. */
  String PID = "org.dylink.service";

  /** The name of an interface. */
  @AttributeDefinition(
      name = "Service",
      description = "The name of the interface that a header Wasm-Service names.")
  String service();

  /** See {@link org.dylink.linker.LinkRequest#environment}. */
  @AttributeDefinition(
      name = "Environment",
      description = "Environment variables, each as NAME=VALUE. The library sees no others.",
      required = false)
  String[] environment();

  /** See {@link org.dylink.linker.LinkRequest#folders}. */
  @AttributeDefinition(
      name = "Folders",
      description =
          "Folders that the library may use, each as HOST::GUEST: a folder of this machine that is"
              + " there, and what the library calls it.",
      required = false)
  String[] folders();

  /** See {@link org.dylink.linker.LinkRequest#preloads}. */
  @AttributeDefinition(
      name = "Preloads",
      description =
          "Names of libraries that come right after the library in the search order, so that their"
              + " symbols win over those of what it needs.",
      required = false)
  String[] preloads();

  /** See {@link org.dylink.linker.LinkRequest#maxMemory}. */
  @AttributeDefinition(
      name = "Largest memory",
      description =
          "Bytes that the memory of each object may grow to, 1 to 4294967296. Without a value, or"
              + " with one that is larger, what the linker allows.",
      type = AttributeType.LONG,
      min = "1",
      max = "4294967296",
      required = false)
  long maxMemory();

  /** See {@link org.dylink.linker.LinkRequest#maxSlots}. */
  @AttributeDefinition(
      name = "Largest function table",
      description =
          "Slots that the function table of each object may grow to, 1 to 10000000. Without a"
              + " value, or with one that is larger, what the linker allows.",
      type = AttributeType.LONG,
      min = "1",
      max = "10000000",
      required = false)
  long maxSlots();

  /** See {@link org.dylink.linker.LinkRequest#maxThreads}. */
  @AttributeDefinition(
      name = "Most threads",
      description =
          "Threads that each object may have at once, 1 to 100000, the first one counted. Without a"
              + " value 1000, or with one that is larger, what the linker allows.",
      type = AttributeType.INTEGER,
      min = "1",
      max = "100000",
      required = false)
  int maxThreads();

  /** See {@link org.dylink.linker.LinkRequest#stackSize}. */
  @AttributeDefinition(
      name = "Stack",
      description = "Bytes of stack, 1 to 2147483647. Without a value what the linker gives.",
      type = AttributeType.LONG,
      min = "1",
      max = "2147483647",
      required = false)
  long stackSize();

  /** See {@link org.dylink.linker.LinkRequest#timeout}. */
  @AttributeDefinition(
      name = "Longest time",
      description =
          "Seconds, with decimals, after which an object ends, counted from its first call. Without"
              + " a value, or with one that is larger, what the linker allows.",
      type = AttributeType.DOUBLE,
      required = false)
  double timeout();

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
          "What becomes of calls that run when the bundle of a library is stopped, updated or"
              + " uninstalled, and of the service. Without a value calls do what the linker says, and"
              + " the service goes.",
      options = {
        @Option(label = "They end, the service goes", value = "END"),
        @Option(label = "They go on with what is loaded, the service goes", value = "KEEP"),
        @Option(
            label = "They go on, the service stays, and the library that comes is put in its place",
            value = "REPLACE")
      },
      required = false)
  String onWithdraw();
}
