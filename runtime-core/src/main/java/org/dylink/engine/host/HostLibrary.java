package org.dylink.engine.host;

/**
 * Java functions under an import module's name, such as {@code wasi_snapshot_preview1}. Published
 * as a service with the property {@link #MODULE}; threads may share it.
 */
public interface HostLibrary {
  /** Service property: the import module's name. */
  String MODULE = "wasm.module";

  /** The value of {@link #MODULE}. */
  String moduleName();

  /**
   * Makes the functions for one program.
   *
   * @param guest the program, whose memory may not exist yet
   * @return its functions, to be closed with the program
   */
  HostInstance open(Guest guest);
}
