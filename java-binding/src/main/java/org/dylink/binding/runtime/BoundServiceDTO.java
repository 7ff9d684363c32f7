package org.dylink.binding.runtime;

import java.util.List;
import org.osgi.dto.DTO;

/** An interface of a bundle that is a service while there is a library for it. */
public class BoundServiceDTO extends DTO {
  /** The interface's name. */
  public String type;

  /** The id of the bundle whose header names it. */
  public long bundle;

  /** The name of the library that it is bound to, or waits for. */
  public String library;

  /** The version of that library; null while it is no service. */
  public String version;

  /** Whether it is a service now. */
  public boolean registered;

  /** Why the interface does not fit the library; null if it does, or if there is none. */
  public String failure;

  /** The ids of its programs, one for each object of the service that somebody has, ascending. */
  public List<Long> programs;
}
