package org.dylink.app.command;

import org.dylink.app.options.Arguments;
import org.dylink.app.options.UsageException;

/** One command; a service with the property {@link #NAME}. */
interface Command {
  /** Service property: the command's word. */
  String NAME = "dylink.command";

  /**
   * Runs the command in this thread.
   *
   * @return the exit code
   */
  int run(Arguments arguments, Console console) throws UsageException;
}
