package org.dylink.monitor.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A program was linked, or could not be. */
@Name("org.dylink.Link")
@Label("Link")
@Description("A program was linked, or could not be.")
@Category("Dylink")
@StackTrace(false)
final class LinkEvent extends Event {
  @Label("Program")
  long program;

  @Label("Name")
  String name;

  @Label("Libraries")
  int libraries;

  @Label("Problem")
  String problem; // null if it was linked
}
