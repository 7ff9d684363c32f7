package org.dylink.linker.runtime;

import org.osgi.dto.DTO;

/** A library that another one needs, and who provides it. */
public class NeedDTO extends DTO {
  /** The needed library's name. */
  public String name;

  /** The version of the provided library; null if there is none. */
  public String version;

  /** The id of the bundle that provides it; -1 if there is none. */
  public long bundle;

  /** That bundle, as {@code symbolic.name 1.0.0}; null if there is none. */
  public String origin;
}
