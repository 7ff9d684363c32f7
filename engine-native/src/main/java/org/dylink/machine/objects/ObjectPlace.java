package org.dylink.machine.objects;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.CompiledForm;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.format.WasmModule;

/** A place where the code of a module may be. Threads may share it. */
public interface ObjectPlace {
  /**
   * The code that is there.
   *
   * @return empty if there is none
   * @throws UnfitObjectException if there is some that is not used; the message says which and why
   */
  Optional<MachineObject> find(WasmModule module) throws UnfitObjectException;

  /** All that is there of a module, used or not, for whoever asks. */
  List<CompiledForm> forms(WasmModule module);
}
