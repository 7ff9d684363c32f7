package org.dylink.launcher;

import org.osgi.dto.DTO;

/** A program that a configuration runs. */
public class ConfiguredProgramDTO extends DTO {
  /** The PID of its configuration. */
  public String pid;

  /** Its main library's name; the PID if the configuration names none. */
  public String name;

  /** Where it is in its life. */
  public ConfiguredProgram.State state;

  /** With what its last run ended; null if it has had none, or that had no exit code. */
  public Integer exitCode;

  /** Why its last run has no exit code, or why there is none; null if all went well. */
  public String failure;

  /** How often it was started again since its main library came. */
  public int restarts;
}
