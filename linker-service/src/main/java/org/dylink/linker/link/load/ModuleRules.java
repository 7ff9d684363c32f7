package org.dylink.linker.link.load;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.WasmModule;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;

/** What a module must be to be linked, whatever it imports. */
public final class ModuleRules {
  private static final FunctionType ENTRY = new FunctionType(List.of(), List.of());

  private ModuleRules() {}

  /** Refuses what the linker could not start. */
  public static void check(List<Place> places) throws LinkException {
    checkStartFunctions(places);
    checkPositions(places);
    checkEntryPoints(places);
  }

  /** One that has data at fixed addresses in a memory of the linker's would lie over others. */
  private static void checkPositions(List<Place> places) throws LinkException {
    for (Place place : places) {
      boolean hasOwnStack =
          place
              .module()
              .export(AbiNames.STACK_POINTER)
              .filter(export -> export.type() instanceof GlobalType)
              .isPresent();
      if (hasOwnStack && place.occupant().importedMemory().isPresent()) {
        String detail =
            "imports its memory, but is not position-independent: link it with wasm-ld -pie";
        throw LinkException.of(Reason.UNSUPPORTED, place.name(), detail, null);
      }
    }
  }

  /** wasm-ld 14 had relocations as start function, which is called before addresses are known. */
  private static void checkStartFunctions(List<Place> places) throws LinkException {
    for (Place place : places) {
      OptionalInt start = place.module().startFunction();
      if (start.isPresent() && isRelocation(place.module(), start.getAsInt())) {
        String detail =
            "start function is __wasm_apply_data_relocs, which would run before addresses are"
                + " known: link it with wasm-ld 15 or newer";
        throw LinkException.of(Reason.UNSUPPORTED, place.name(), detail, null);
      }
    }
  }

  /** What the linker calls by name must take nothing and give nothing. */
  public static void checkEntryPoints(Iterable<Place> places) throws LinkException {
    for (Place place : places) {
      for (String name : AbiNames.entryFunctions()) {
        Optional<ExternType> type = place.module().export(name).map(Export::type);
        if (type.isPresent() && type.get() instanceof FunctionType && !type.get().equals(ENTRY)) {
          String detail =
              "export "
                  + name
                  + ": signature mismatch: expected "
                  + ENTRY
                  + ", found "
                  + type.get();
          throw LinkException.of(Reason.TYPE_MISMATCH, place.name(), detail, null);
        }
      }
    }
  }

  private static boolean isRelocation(WasmModule module, int function) {
    return module.functionName(function).equals(AbiNames.APPLY_DATA_RELOCS)
        || module
            .export(AbiNames.APPLY_DATA_RELOCS)
            .filter(e -> e.type() instanceof FunctionType && e.index() == function)
            .isPresent();
  }

  /** Refuses libraries that only a program's main may be. */
  public static void checkShared(List<Place> libraries) throws LinkException {
    for (Place library : libraries) {
      if (library.module().dylink().isEmpty()) {
        String detail = "not a shared library: has no dylink.0 section (" + library.chain() + ")";
        throw LinkException.of(Reason.UNSUPPORTED, library.name(), detail, null);
      }
    }
  }
}
