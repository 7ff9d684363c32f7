package org.dylink.machine.run;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Extern;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.imports.ImportCheck;
import org.dylink.format.WasmModule;

/** A module whose code is mapped, as others see it. */
record NativeModule(MappedModule mapped) implements CompiledModule {
  @Override
  public WasmModule module() {
    return mapped.module();
  }

  @Override
  public Instance instantiate(List<? extends Extern> imports, InstanceLimits limits) {
    new ImportCheck(module()).check(imports);
    return new NativeInstance(mapped, imports, limits);
  }

  @Override
  public Instance instantiate(
      List<? extends Extern> others, LateFunctions functions, InstanceLimits limits) {
    new ImportCheck(module()).checkOthers(others);
    List<Extern> imports = new ArrayList<>(others);
    for (int i = 0; i < mapped.sections().spaces().importedFunctionCount(); i++) {
      imports.add(new LateSlot(module(), i, functions));
    }
    return new NativeInstance(mapped, imports, limits);
  }
}
