package org.dylink.machine.run;

import java.util.HashMap;
import java.util.Map;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.Export;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;

/** A module whose code is mapped, as its instances see it: they share it. */
final class MappedModule {
  private final ModuleCode sections;
  private final LoadedCode code;
  private final Map<FunctionType, Integer> types = new HashMap<>();

  MappedModule(ModuleCode sections, MachineObject object) {
    this.sections = sections;
    this.code = new LoadedCode(module(), object);
    IndexSpaces spaces = sections.spaces();
    for (int i = 0; i < spaces.typeCount(); i++) {
      types.putIfAbsent(spaces.type(i), i);
      TypeNumbers.of(spaces.type(i)).has(code, i);
    }
  }

  WasmModule module() {
    return sections.spaces().module();
  }

  ModuleCode sections() {
    return sections;
  }

  LoadedCode code() {
    return code;
  }

  /** The address of a function that the module defines. */
  long function(int index) {
    return code.function(index - sections.spaces().importedFunctionCount());
  }

  /** What the module calls a tag: as it imports or exports it, or its number. */
  String tagName(int tag) {
    int index = 0;
    for (Import each : module().imports()) {
      if (each.type() instanceof TagType && index++ == tag) {
        return each.name();
      }
    }
    return module().exports().stream()
        .filter(each -> each.type() instanceof TagType && each.index() == tag)
        .map(Export::name)
        .findFirst()
        .orElse(String.valueOf(tag));
  }

  /** A type of the module that a function has. */
  int typeIndex(int function) {
    return types.get(sections.spaces().function(function));
  }
}
