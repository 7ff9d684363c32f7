package org.dylink.machine.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * Allows the engine. Numbers are strings here, so that what is no number is told of as other values
 * are that are no good.
 */
@ObjectClassDefinition(
    name = "Dylink engine native",
    description = "Runs machine code, which nobody can check: without a folder there is no engine.")
@interface NativeConfiguration {
  /** The folder. */
  @AttributeDefinition(
      description =
          "Folder of machine code that was made here: who runs this owns it, and nobody else may"
              + " write there; unless given, the framework property dylink.native")
  String folder() default "";

  /** Where the compiler is. */
  @AttributeDefinition(
      description =
          "Folder with the jars of the compiler; unless given, the framework property"
              + " dylink.native.compiler")
  String compiler() default "";

  /** When code is made. */
  @AttributeDefinition(
      description =
          "When a compiler is there: never, background (programs run on another engine meanwhile),"
              + " first (programs wait); unless given, the framework property"
              + " dylink.native.compile, else background",
      options = {
        @Option(label = "never", value = "never"),
        @Option(label = "background", value = "background"),
        @Option(label = "first", value = "first")
      })
  String compile() default "";

  /** The compiler's time. */
  @AttributeDefinition(
      description = "Seconds that the compiler may take for a library",
      type = AttributeType.INTEGER,
      min = "1",
      max = "999999999")
  String seconds() default "600";

  /** The compiler's memory. */
  @AttributeDefinition(
      description = "MiB that the compiler may take; 0 for no limit",
      type = AttributeType.INTEGER,
      min = "0",
      max = "999999999")
  String memory() default "6144";

  /** Whose code in bundles is run. */
  @AttributeDefinition(
      description =
          "Machine code in bundles that may be run: sha-256=DIGEST of the file, signer=NAME of who"
              + " has signed the bundle, where the framework checks signatures")
  String[] trust() default {};

  /** Whether profilers are told. */
  @AttributeDefinition(description = "Write /tmp/perf-PID.map, by which perf names functions")
  boolean perf() default false;
}
