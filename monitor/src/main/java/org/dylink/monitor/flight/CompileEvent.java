package org.dylink.monitor.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A function was compiled. */
@Name("org.dylink.Compile")
@Label("Compile")
@Description("A function was compiled.")
@Category("Dylink")
@StackTrace(false)
final class CompileEvent extends Event {
  @Label("Module")
  String module;

  @Label("Function")
  int function;

  @Label("Bytes")
  int bytes;

  @Label("Time")
  @Timespan(Timespan.NANOSECONDS)
  long time;
}
