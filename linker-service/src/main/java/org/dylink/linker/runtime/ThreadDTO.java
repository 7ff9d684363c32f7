package org.dylink.linker.runtime;

import java.util.List;
import org.osgi.dto.DTO;

/** A thread of a program that has not ended. */
public class ThreadDTO extends DTO {
  /** What C knows it by; 0 for the one that the program began with. */
  public int number;

  /**
   * The name of the thread of Java that it is, as thread dumps of the JVM show it; null if none is
   * known. One of Java's own that has called stays this thread of the program's between its calls.
   */
  public String name;

  /** What that thread of Java does; null if none is known. */
  public Thread.State state;

  /**
   * What it has of the memory to itself: thread-local variables of libraries, and its stack unless
   * that is C's or the program's. Empty in a program that can have no second thread.
   */
  public List<ThreadAreaDTO> areas;
}
