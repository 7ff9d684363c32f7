package org.dylink.launcher;

/**
 * A program that a configuration runs. It is a service from its configuration's creation to its
 * deletion; {@code service.pid} is the configuration's. Threads may share it.
 */
public interface ConfiguredProgram {
  /** Service property: {@link ConfiguredProgramDTO#name}. */
  String NAME = "program.name";

  /** Service property: the name of the {@link State}; the service is modified with each change. */
  String STATE = "program.state";

  /**
   * WAITING -> RUNNING -> EXITED, FAILED or BACKING_OFF; BACKING_OFF -> RUNNING; any -> WAITING
   * when the main library goes, a running program as soon as it has ended.
   */
  enum State {
    /** Its main library is not there. */
    WAITING,
    /** It is being linked, or runs. */
    RUNNING,
    /** It has ended with an exit code, and is not started again. */
    EXITED,
    /**
     * It trapped, was stopped, could not be linked or not be configured, and is not started again.
     */
    FAILED,
    /** It has ended, and is started again after a delay. */
    BACKING_OFF
  }

  /** What it is at this moment. */
  ConfiguredProgramDTO describe();
}
