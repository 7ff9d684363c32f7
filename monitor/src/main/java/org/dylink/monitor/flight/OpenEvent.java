package org.dylink.monitor.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A running program has opened a library. */
@Name("org.dylink.Open")
@Label("Open")
@Description("A running program has opened a library.")
@Category("Dylink")
@StackTrace(false)
final class OpenEvent extends Event {
  @Label("Program")
  long program;

  @Label("Library")
  String library;

  @Label("Time")
  @Timespan(Timespan.NANOSECONDS)
  long time;
}
