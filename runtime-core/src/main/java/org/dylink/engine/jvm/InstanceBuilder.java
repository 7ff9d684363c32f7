package org.dylink.engine.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dylink.engine.CompiledModule.LateFunctions;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.imports.ImportCheck;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.run.call.EntryPoint;
import org.dylink.engine.jvm.run.call.GuestFunction;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.JvmFunction;
import org.dylink.engine.jvm.run.call.JvmGlobal;
import org.dylink.engine.jvm.run.call.JvmTable;
import org.dylink.engine.jvm.run.call.JvmTag;
import org.dylink.engine.jvm.run.call.LateArray;
import org.dylink.engine.jvm.run.call.LateImport;
import org.dylink.engine.jvm.run.memory.LinearMemory;
import org.dylink.format.TableType;
import org.dylink.format.TagType;

/**
 * First step of instantiation: the state of an instance, with what it imports and what it defines.
 */
final class InstanceBuilder {
  private final JvmModule module;
  private final IndexSpaces spaces;
  private final List<? extends Extern> imports;
  private final List<LinearMemory> memories;
  private final InstanceLimits limits;
  private final InstanceState state;
  private LateFunctions late; // null where all functions are among the imports

  /**
   * @param imports are those that the module wants, but for functions that come later
   */
  InstanceBuilder(
      JvmModule module,
      List<? extends Extern> imports,
      List<LinearMemory> memories,
      InstanceLimits limits) {
    this.module = module;
    this.spaces = module.code().spaces();
    this.imports = imports;
    this.memories = memories;
    this.limits = limits;
    LateArray<JvmFunction> functions = new LateArray<>(spaces.functionCount());
    this.state = new InstanceState(module, functions);
    functions.setMaker(this::function);
  }

  private JvmFunction function(int index) {
    return index < spaces.importedFunctionCount()
        ? imported(index)
        : new GuestFunction(module, index, state);
  }

  private JvmFunction imported(int index) {
    Function found = late.at(index);
    if (!found.type().isSubtypeOf(module.type(index))) {
      new ImportCheck(module.module()).checkFunction(index, found);
    }
    return (JvmFunction) found;
  }

  /** Lets imported functions be asked for when they are called first. */
  InstanceBuilder with(LateFunctions functions) {
    late = functions;
    return this;
  }

  Instance build() {
    state.imports = new EntryPoint[spaces.importedFunctionCount()];
    state.globals = new JvmGlobal[spaces.globalCount()];
    List<JvmTable> tables = new ArrayList<>();
    List<JvmTag> tags = new ArrayList<>();
    takeImports(tables, tags);
    defineTables(tables);
    defineTags(tags);
    state.setMemories(memories);
    state.tables = tables.toArray(new JvmTable[0]);
    state.tags = tags.toArray(new JvmTag[0]);
    JvmInstance made = new JvmInstance(module, state);
    state.setInstance(made);
    return made;
  }

  private void takeImports(List<JvmTable> tables, List<JvmTag> tags) {
    int functions = 0;
    int globals = 0;
    for (Extern each : imports) {
      if (each instanceof JvmFunction function) {
        state.setImport(functions++, function);
      } else if (each instanceof JvmGlobal global) {
        state.globals[globals++] = global;
      } else if (each instanceof JvmTable table) {
        tables.add(table);
      } else if (each instanceof JvmTag tag) {
        tags.add(tag);
      }
    }
    for (int i = functions; i < state.imports.length; i++) {
      state.imports[i] = new LateImport(module, i, state).entry;
    }
  }

  private void defineTables(List<JvmTable> tables) {
    for (int i = tables.size(); i < spaces.tableCount(); i++) {
      TableType type = spaces.table(i);
      requireAtMost("table", type.limits().minimum(), "elements", limits.tableElements());
      tables.add(named(() -> new JvmTable(type, limits.tableElements())));
    }
  }

  private void defineTags(List<JvmTag> tags) {
    for (int i = tags.size(); i < spaces.tagCount(); i++) {
      TagType type = spaces.tag(i);
      tags.add(new JvmTag(type));
    }
  }

  private void requireAtMost(String what, long needed, String unit, long limit) {
    if (needed > limit) {
      throw new EngineLimitException(
          module.module() + ": " + what + " of " + needed + " " + unit + ": limit " + limit);
    }
  }

  private <T> T named(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (EngineLimitException e) {
      throw new EngineLimitException(module.module() + ": " + e.getMessage());
    }
  }
}
