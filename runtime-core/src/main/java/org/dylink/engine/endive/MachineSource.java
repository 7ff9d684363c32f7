package org.dylink.engine.endive;

import run.endive.runtime.Instance;
import run.endive.runtime.Machine;

/** Makes what runs one instance's function bodies. */
@FunctionalInterface
interface MachineSource {
  Machine machineFor(Instance instance);
}
