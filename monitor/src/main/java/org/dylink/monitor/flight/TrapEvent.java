package org.dylink.monitor.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A trap has ended a program. */
@Name("org.dylink.Trap")
@Label("Trap")
@Description("A trap has ended a program.")
@Category("Dylink")
@StackTrace(false)
final class TrapEvent extends Event {
  @Label("Program")
  long program;

  @Label("Name")
  String name;

  @Label("Kind")
  String kind;

  @Label("Summary")
  String summary;
}
