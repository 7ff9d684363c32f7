package org.dylink.remote.console;

/** What the test can ask a node for: a service with the property {@code name}. */
@FunctionalInterface
public interface Command {
  /** Answers in one line. */
  String run(String[] arguments) throws Exception;
}
