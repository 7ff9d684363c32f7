package org.dylink.machine.objects;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.CompiledForm;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.engine.machine.make.CompilerFolder;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.format.WasmModule;

/**
 * Code that was made on this machine, in a folder that only its owner can have written; where a
 * compiler is installed, by that one.
 */
public final class KeptHere implements ObjectPlace {
  private final ObjectFolder folder;
  private final String target;
  private final Optional<CompilerFolder> compiler;

  /**
   * Takes the code of any compiler.
   *
   * @param target the platform, such as {@code linux-x86_64}
   */
  public KeptHere(ObjectFolder folder, String target) {
    this(folder, target, Optional.empty());
  }

  /**
   * @param target the platform, such as {@code linux-x86_64}
   * @param compiler what is installed here: code of another one is to be made anew
   */
  public KeptHere(ObjectFolder folder, String target, Optional<CompilerFolder> compiler) {
    this.folder = folder;
    this.target = target;
    this.compiler = compiler;
  }

  @Override
  public Optional<MachineObject> find(WasmModule module) throws UnfitObjectException {
    Optional<MachineObject> object = folder.find(module, target);
    Optional<String> objection =
        object.flatMap(found -> compiler.flatMap(installed -> installed.objection(found)));
    if (objection.isPresent()) {
      throw new UnfitObjectException("that in " + folder.path() + " is " + objection.get(), null);
    }
    return object;
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
      return find(module)
          .map(object -> CompiledForm.used(kind, place, object + ", made on this machine"))
          .orElseGet(() -> CompiledForm.unused(kind, place, "it has gone"));
    } catch (UnfitObjectException e) {
      return CompiledForm.unused(kind, place, e.getMessage());
    }
  }
}
