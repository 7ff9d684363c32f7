package org.dylink.machine.llvm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.WasmModule;

/** Objects that several tests read: each is made once. */
final class Objects {
  private static final Map<String, MachineObject> ALL = new ConcurrentHashMap<>();

  private Objects() {}

  static MachineObject of(WasmModule module, Target target) {
    return ALL.computeIfAbsent(target + " " + module.digest(), key -> made(module, target));
  }

  private static MachineObject made(WasmModule module, Target target) {
    try {
      return LlvmCompiler.forTarget(target.platform()).compile(module);
    } catch (InvalidModuleException e) {
      throw new IllegalStateException(e);
    }
  }
}
