package org.dylink.linker.runtime;

import java.util.List;
import org.dylink.linker.Program;
import org.osgi.dto.DTO;

/** A program that is not closed yet. */
public class ProgramDTO extends DTO {
  /** Its id. */
  public long id;

  /** Its main library's name. */
  public String name;

  /** Where it is in its life. */
  public Program.State state;

  /** Its exit code; null until it has one. */
  public Integer exitCode;

  /** What stopped it, or how it trapped; null unless it FAILED. */
  public String failure;

  /** The engine that runs it. */
  public String engine;

  /**
   * Why it does not run on the engine of the highest ranking, with the module that needs more; null
   * if it does, or if it was linked for another one.
   */
  public String fallback;

  /** When its link was begun, in milliseconds since 1970. */
  public long begun;

  /** How large its memory is, in bytes. */
  public long memory;

  /** Its threads: the one that it began with, then others that have not ended, by number. */
  public List<ThreadDTO> threads;

  /** The libraries that it has loaded, as {@code libz.so 1.2.13}, main first. */
  public List<String> libraries;
}
