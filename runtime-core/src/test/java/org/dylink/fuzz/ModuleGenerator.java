package org.dylink.fuzz;

import static org.dylink.testing.Code.code;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.fuzz.Declarations.Callable;
import org.dylink.fuzz.Declarations.Thrown;
import org.dylink.fuzz.Declarations.Variable;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;

/** Makes a module: declarations that hardly vary, and bodies that do. */
final class ModuleGenerator {
  private static final int OTHERS = 2;
  private static final int UNUSED_TYPES = 128;

  private final Choices choices;
  private final Features features;
  private final Declarations declared;
  private final ModuleBuilder module;

  private ModuleGenerator(Choices choices, Features features, int number) {
    this.choices = choices;
    this.features = features;
    this.declared = new Declarations(1 + 10 * number, features);
    this.module = ModuleBuilder.module("module" + number + ".so").withNames();
  }

  /**
   * @param number of the module in its case
   * @param types of its functions
   * @param others types of the functions of the module that it may call
   */
  static WasmModule generate(
      Choices choices,
      Features features,
      int number,
      List<FunctionType> types,
      List<FunctionType> others) {
    ModuleGenerator generator = new ModuleGenerator(choices, features, number);
    if (features.unusedTypes()) {
      generator.addUnusedTypes();
    }
    generator.importHost();
    generator.importFunctions(others);
    generator.defineGlobals();
    generator.defineTags();
    for (int i = 0; i < types.size(); i++) {
      generator.declared.functions().add(new Callable(functionId(i), types.get(i)));
    }
    for (int i = 0; i < types.size(); i++) {
      generator.module.exportedFunction(
          functionId(i), types.get(i).toString(), generator.body(i, types.get(i)));
    }
    generator.addSegments();
    return generator.module.build();
  }

  static String functionId(int number) {
    return "f" + number;
  }

  /** With more parameters than all that are used. */
  private void addUnusedTypes() {
    for (int i = 0; i < UNUSED_TYPES; i++) {
      int digits = i;
      List<ValueType> params = new ArrayList<>();
      for (int j = 0; j < 4; j++) {
        params.add(Types.NUMBERS.get(digits % 4));
        digits /= 4;
      }
      module.type(Types.signature(params, List.of()));
    }
  }

  private void importHost() {
    module.importTable("env", "table", Declarations.SHARED_TABLE_SIZE);
    module.importFunction("env", "trace", "(i64) -> ()");
    module.importGlobal("env", "fuel", ValueType.I32, true);
    Host.GLOBALS.forEach(this::importGlobal);
    Host.TAGS.forEach(this::importTag);
    importMemory();
    module.table(Declarations.OWN_TABLE_SIZE, Declarations.OWN_TABLE_SIZE + 4);
    module.table(ValueType.EXTERNREF, 4);
  }

  private void importMemory() {
    if (features.style().isShared() && features.style().isWide()) {
      module.importWideSharedMemory("env", "memory", 1, Host.PAGES);
    } else if (features.style().isShared()) {
      module.importSharedMemory("env", "memory", 1, Host.PAGES);
    } else if (features.style().isWide()) {
      module.importWideMemory("env", "memory", 1, Host.PAGES);
    } else {
      module.importMemory("env", "memory", 1, Host.PAGES);
    }
  }

  private void importGlobal(String name, GlobalType type) {
    module.importGlobal("env", name, type.value(), type.mutable());
    declared.globals().add(new Variable("env." + name, type));
  }

  private void importTag(String name, FunctionType type) {
    module.importTag("env", name, type.toString());
    declared.tags().add(new Thrown("env." + name, type.params()));
  }

  private void importFunctions(List<FunctionType> others) {
    for (int i = 0; i < Math.min(OTHERS, others.size()); i++) {
      module.importFunction("other", functionId(i), others.get(i).toString());
      declared.functions().add(new Callable("other." + functionId(i), others.get(i)));
    }
  }

  private void defineGlobals() {
    for (ValueType type : ValueType.coded()) {
      if (Types.any(features).contains(type)) {
        String id = "own " + type;
        module.global(id, type, true, constant(type));
        declared.globals().add(new Variable(id, new GlobalType(type, true)));
      }
    }
    module.global("copied", ValueType.I32, false, code().globalGet("env.constant"));
    declared.globals().add(new Variable("copied", new GlobalType(ValueType.I32, false)));
  }

  private Code constant(ValueType type) {
    return switch (type.kind()) {
      case I32 -> code().i32Const(choices.below(100));
      case I64 -> code().i64Const(choices.below(100));
      case F32 -> code().f32Const(choices.below(100));
      case F64 -> code().f64Const(choices.below(100));
      case V128 -> code().op(0xfd, 0x0c).op(new int[16]);
      default -> code().refNull(type);
    };
  }

  private void defineTags() {
    List<ValueType> payload = Types.numbers(choices, 2);
    module.tag("own", Types.signature(payload, List.of()));
    declared.tags().add(new Thrown("own", payload));
  }

  private Code body(int number, FunctionType type) {
    List<ValueType> locals = new ArrayList<>();
    for (int i = localCount(); i > 0; i--) {
      locals.add(choices.of(Types.any(features)));
    }
    if (features.keptReferences()) {
      locals.add(ValueType.EXNREF);
      locals.add(ValueType.EXNREF);
    }
    Body body = new Body(choices, declared, new Callable(functionId(number), type), locals);
    new BodyGenerator(body, features.style()).write();
    return body.code();
  }

  private int localCount() {
    int most = features.style().locals();
    return choices.below(most + 1);
  }

  /** All functions are in the module's own table, and in a part of the shared one. */
  private void addSegments() {
    String[] all = declared.functions().stream().map(Callable::id).toArray(String[]::new);
    module.elements(code().i32Const(declared.base()), all);
    // The segment that table.init takes is one that is not dropped after instantiation.
    module.passiveElements(all);
    module.elements(Declarations.OWN_TABLE, code().i32Const(Declarations.FIRST_SLOT), all);
    int place = 16 * declared.base();
    module.data(
        features.style().isWide() ? code().i64Const(place) : code().i32Const(place),
        "active data of " + declared.base());
    module.passiveData("passive data").passiveData("");
  }
}
