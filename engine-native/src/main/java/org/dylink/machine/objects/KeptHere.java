package org.dylink.machine.objects;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.CompiledForm;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.format.WasmModule;

/** Code that was made on this machine, in a folder that only its owner can have written. */
public final class KeptHere implements ObjectPlace {
  private final ObjectFolder folder;
  private final String target;

  /**
   * @param target the platform, such as {@code linux-x86_64}
   */
  public KeptHere(ObjectFolder folder, String target) {
    this.folder = folder;
    this.target = target;
  }

  @Override
  public Optional<MachineObject> find(WasmModule module) throws UnfitObjectException {
    return folder.find(module, target);
  }

  @Override
  public List<CompiledForm> forms(WasmModule module) {
    return folder.targets(module).stream().map(each -> form(module, each)).toList();
  }

  private CompiledForm form(WasmModule module, String platform) {
    String kind = MachineObject.COMPANION + platform;
    String place = folder.path().toString();
    if (!platform.equals(target)) {
      return CompiledForm.unused(kind, place, "this is " + target);
    }
    try {
      return folder
          .find(module, target)
          .map(object -> CompiledForm.used(kind, place, object + ", made on this machine"))
          .orElseGet(() -> CompiledForm.unused(kind, place, "it has gone"));
    } catch (UnfitObjectException e) {
      return CompiledForm.unused(kind, place, e.getMessage());
    }
  }
}
