package org.dylink.linker.runtime;

import java.util.List;
import org.osgi.dto.DTO;

/** One library capability of one bundle revision. */
public class LibraryDTO extends DTO {
  /** The name by which others need it. */
  public String name;

  /** Its version in OSGi form. */
  public String version;

  /** Where it is in its life. */
  public LibraryState state;

  /** Why it is WAITING, WITHDRAWN or FAILED, or DISCOVERED and not more; a sentence each. */
  public List<String> reasons;

  /** The id of the bundle that has it: for one in a fragment, the fragment. */
  public long bundle;

  /** That bundle, as {@code symbolic.name 1.0.0}. */
  public String origin;

  /** False if the bundle was updated or uninstalled and this is what it had before. */
  public boolean current;

  /** Where in the bundle the module is. */
  public String path;

  /**
   * What it has been compiled for when its bundle was built, such as {@code native-linux-x86_64}:
   * what the bundle's capability says, whether or not an engine here takes it.
   */
  public List<String> compiled;

  /** What it needs and to whom it is wired, in the order of the file; empty until it is started. */
  public List<NeedDTO> needs;

  /** The ids of the programs that have it loaded. */
  public List<Long> programs;
}
