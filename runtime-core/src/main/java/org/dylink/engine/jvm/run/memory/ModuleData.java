package org.dylink.engine.jvm.run.memory;

import org.dylink.format.ModuleBytes;

/** Where a module keeps its data segments: in its own bytes. */
public interface ModuleData {
  /** The bytes of the whole module; data segments are ranges of it. */
  ModuleBytes bytes();

  int dataStart(int segment);

  int dataSize(int segment);
}
