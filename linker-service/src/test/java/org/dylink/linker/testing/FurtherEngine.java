package org.dylink.linker.testing;

import org.dylink.engine.Engine;

/**
 * Another engine that programs are linked with, where tests of this module run in another one: a
 * service that {@link java.util.ServiceLoader} finds. Then they run with these alone.
 */
public interface FurtherEngine {
  /** The same one each time. */
  Engine engine();
}
