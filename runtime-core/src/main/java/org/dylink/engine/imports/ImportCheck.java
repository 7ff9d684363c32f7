package org.dylink.engine.imports;

import java.util.List;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.WasmModule;

/**
 * Compares what a module imports with what it is given (WebAssembly Core, Validation, Matching). An
 * engine need not check it again, and both sides are named.
 */
public final class ImportCheck {
  private final WasmModule module;

  /** Checks the imports of a module. */
  public ImportCheck(WasmModule module) {
    this.module = module;
  }

  /**
   * Compares imports, in their order.
   *
   * @throws IllegalArgumentException if one is missing or of another type
   */
  public void check(List<? extends Extern> externs) {
    check(module.imports(), "imports", externs);
  }

  /**
   * Compares the imported globals alone.
   *
   * @throws IllegalArgumentException if one is missing or of another type
   */
  public void checkGlobals(List<Global> globals) {
    List<Import> imports =
        module.imports().stream().filter(each -> each.type() instanceof GlobalType).toList();
    check(imports, "imported globals", globals);
  }

  /**
   * Compares the imports that are no functions, in their order.
   *
   * @throws IllegalArgumentException if one is missing or of another type
   */
  public void checkOthers(List<? extends Extern> externs) {
    List<Import> imports =
        module.imports().stream().filter(each -> !(each.type() instanceof FunctionType)).toList();
    check(imports, "imports that are no functions", externs);
  }

  /**
   * Compares an import that is a function.
   *
   * @param index among the functions that are imported
   * @throws IllegalArgumentException if it is of another type
   */
  public void checkFunction(int index, Function function) {
    List<Import> imports =
        module.imports().stream().filter(each -> each.type() instanceof FunctionType).toList();
    check(imports.get(index), function);
  }

  private void check(List<Import> imports, String what, List<? extends Extern> externs) {
    if (imports.size() != externs.size()) {
      throw new IllegalArgumentException(
          module + ": expected " + imports.size() + " " + what + ", found " + externs.size());
    }
    for (int i = 0; i < imports.size(); i++) {
      check(imports.get(i), externs.get(i));
    }
  }

  private void check(Import expected, Extern extern) {
    ExternType type = expected.type();
    ExternType found = typeNow(extern);
    if (!matches(type, found)) {
      throw new IllegalArgumentException(
          module
              + ": import "
              + expected.qualifiedName()
              + ": expected "
              + type.kind()
              + " "
              + type
              + ", found "
              + found.kind()
              + " "
              + found);
    }
  }

  /** With the present size as minimum: what has grown may be imported by whoever needs that. */
  private static ExternType typeNow(Extern extern) {
    if (extern instanceof Memory memory) {
      Limits limits = new Limits(memory.pages(), memory.type().limits().maximum());
      return memory.type().withLimits(limits);
    } else if (extern instanceof Table table) {
      Limits limits = new Limits(table.size(), table.type().limits().maximum());
      return table.type().withLimits(limits);
    }
    return extern.type();
  }

  private static boolean matches(ExternType expected, ExternType found) {
    if (expected instanceof MemoryType memory && found instanceof MemoryType given) {
      return memory.addressType() == given.addressType()
          && memory.shared() == given.shared()
          && fits(memory.limits(), given.limits());
    } else if (expected instanceof TableType table && found instanceof TableType given) {
      return table.addressType() == given.addressType()
          && table.element() == given.element()
          && fits(table.limits(), given.limits());
    } else if (expected instanceof GlobalType global && found instanceof GlobalType given) {
      return matches(global, given);
    } else if (expected instanceof FunctionType function && found instanceof FunctionType given) {
      return given.isSubtypeOf(function);
    }
    return expected.equals(found);
  }

  /** What can be written must be the same. */
  private static boolean matches(GlobalType expected, GlobalType found) {
    return expected.mutable()
        ? expected.equals(found)
        : !found.mutable() && found.value().isSubtypeOf(expected.value());
  }

  private static boolean fits(Limits expected, Limits found) {
    return found.minimum() >= expected.minimum() && found.maximum() <= expected.maximum();
  }
}
