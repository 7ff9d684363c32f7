package org.dylink.engine.endive;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.format.FunctionType;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.TypeSection;

/**
 * Modules with another module's types, in the same order, and one imported function: one for each
 * type of function. All instances of that other module share them.
 */
final class StandInModules {
  static final String MODULE = "dylink";
  static final String NAME = "function";

  private final WasmModule original;
  private final Map<FunctionType, WasmModule> made = new ConcurrentHashMap<>();

  StandInModules(WasmModule original) {
    this.original = original;
  }

  WasmModule importing(FunctionType type) {
    return made.computeIfAbsent(type, t -> create(EndiveTypes.endive(t)));
  }

  private WasmModule create(run.endive.wasm.types.FunctionType type) {
    TypeSection types = original.typeSection();
    int index = indexOf(types, type);
    if (index < 0) {
      // No call_indirect of the original can mean this type: a number behind all of its own
      // makes each of them a type mismatch.
      index = types.subTypeCount();
      types = with(types, type);
    }
    ImportSection imports =
        ImportSection.builder().addImport(new FunctionImport(MODULE, NAME, index)).build();
    return WasmModule.builder()
        .setTypeSection(types)
        .setImportSection(imports)
        .withValidation(false)
        .build();
  }

  private static int indexOf(TypeSection types, run.endive.wasm.types.FunctionType type) {
    for (int i = 0; i < types.subTypeCount(); i++) {
      if (type.equals(types.getSubType(i).compType().funcType())) {
        return i;
      }
    }
    return -1;
  }

  private static TypeSection with(TypeSection types, run.endive.wasm.types.FunctionType more) {
    TypeSection.Builder builder = TypeSection.builder();
    for (int i = 0; i < types.typeCount(); i++) {
      builder.addRecType(types.getRecType(i));
    }
    return builder.addFunctionType(more).build();
  }
}
