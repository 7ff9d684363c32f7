package org.dylink.fuzz;

import static org.dylink.testing.Code.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;

/**
 * Functions of random signatures, each of which calls a later one, or lets it go on in its place.
 * All that one is given goes into all that it gives.
 */
final class SignatureCase {
  private static final List<ValueType> TYPES =
      List.of(ValueType.I32, ValueType.I64, ValueType.F32, ValueType.F64, ValueType.V128);
  private static final int FUNCTIONS = 8;
  private static final int MOST_PARAMETERS = 40;
  private static final int MOST_RESULTS = 20;

  /** How a function is called. */
  private enum Way {
    DIRECT,
    INDIRECT,
    REFERENCE,
    OTHER_MODULE
  }

  private final Random random;
  private final List<FunctionType> types = new ArrayList<>();
  private final ModuleBuilder functions = ModuleBuilder.module("lib.so");

  SignatureCase(long seed) {
    this.random = new Random(seed);
  }

  /** The parameters of the first function, which calls all others that are called. */
  List<ValueType> parameters() {
    return types.get(FUNCTIONS - 1).params();
  }

  /** The first function. */
  static String first() {
    return name(FUNCTIONS - 1);
  }

  private static String name(int function) {
    return "g" + function;
  }

  private static String imported(int function) {
    return "env." + name(function);
  }

  /** The types of the functions that the module imports: {@code g0} and so on. */
  List<FunctionType> imports() {
    return types.subList(0, FUNCTIONS - 1);
  }

  /** A module whose last function is the first that is called; it imports all others. */
  WasmModule module() {
    boolean[] isTail = new boolean[FUNCTIONS];
    int[] callee = new int[FUNCTIONS];
    for (int i = 0; i < FUNCTIONS; i++) {
      callee[i] = i == 0 ? -1 : i - 1 - random.nextInt(Math.min(2, i));
      isTail[i] = i > 0 && random.nextBoolean();
      types.add(
          new FunctionType(
              some(MOST_PARAMETERS),
              isTail[i] ? types.get(callee[i]).results() : some(MOST_RESULTS)));
    }
    for (int i = 0; i < FUNCTIONS - 1; i++) {
      functions.importFunction("env", name(i), signature(i));
    }
    functions.table(FUNCTIONS);
    String[] names = new String[FUNCTIONS];
    for (int i = 0; i < FUNCTIONS; i++) {
      names[i] = name(i);
      functions.exportedFunction(names[i], signature(i), body(i, callee[i], isTail[i]));
    }
    return functions.elements(code().i32Const(0), names).build();
  }

  private List<ValueType> some(int most) {
    List<ValueType> some = new ArrayList<>();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      some.add(TYPES.get(random.nextInt(TYPES.size())));
    }
    return some;
  }

  private String signature(int function) {
    FunctionType type = types.get(function);
    return listed(type.params()) + " -> " + listed(type.results());
  }

  private static String listed(List<ValueType> types) {
    return types.stream().map(each -> each.toString()).collect(Collectors.joining(", ", "(", ")"));
  }

  private Code body(int function, int callee, boolean isTail) {
    FunctionType type = types.get(function);
    int sum = type.params().size();
    Code code = code().locals(ValueType.I64).i64Const(0x9e3779b97f4a7c15L + function).localSet(sum);
    for (int i = 0; i < type.params().size(); i++) {
      add(code.localGet(i), type.params().get(i), sum);
    }
    if (callee >= 0) {
      push(code, types.get(callee).params(), sum);
      call(code, callee, isTail);
      if (isTail) {
        return code;
      }
      List<ValueType> results = types.get(callee).results();
      for (int i = results.size() - 1; i >= 0; i--) {
        add(code, results.get(i), sum);
      }
    }
    push(code, type.results(), sum);
    return code;
  }

  private void call(Code code, int callee, boolean isTail) {
    String signature = signature(callee);
    switch (Way.values()[random.nextInt(Way.values().length)]) {
      case DIRECT -> {
        Code ignored = isTail ? code.returnCall(name(callee)) : code.call(name(callee));
      }
      case INDIRECT -> {
        code.i32Const(callee);
        Code ignored = isTail ? code.returnCallIndirect(signature) : code.callIndirect(signature);
      }
      case REFERENCE -> {
        code.refFunc(name(callee));
        Code ignored = isTail ? code.returnCallRef(signature) : code.callRef(signature);
      }
      case OTHER_MODULE -> {
        Code ignored = isTail ? code.returnCall(imported(callee)) : code.call(imported(callee));
      }
    }
  }

  /** Takes a value into the sum. */
  private static void add(Code code, ValueType type, int sum) {
    switch (type.kind()) {
      case I32 -> code.op(0xad); // i64.extend_i32_u
      case F32 -> code.op(0xbc, 0xad); // i32.reinterpret_f32
      case F64 -> code.op(0xbd); // i64.reinterpret_f64
      case V128 -> code.op(0xfd, 0x1d, 1); // i64x2.extract_lane, which is the lower half and more
      default -> {}
    }
    code.localGet(sum).i64Const(0x5851f42d4c957f2dL).op(0x7e, 0x7c).localSet(sum); // mul, add
  }

  /** Gives values that the sum makes, each another one. */
  private static void push(Code code, List<ValueType> types, int sum) {
    for (int i = 0; i < types.size(); i++) {
      code.localGet(sum).i64Const(i * 0x2545f4914f6cdd1dL).op(0x7c);
      switch (types.get(i).kind()) {
        case I32 -> code.op(0xa7); // i32.wrap_i64
        case F32 -> code.op(0xb4); // f32.convert_i64_s
        case F64 -> code.op(0xb9); // f64.convert_i64_s
        case V128 ->
            code.op(0xfd, 0x12) // i64x2.splat
                .i64Const(i)
                .op(0xfd, 0x1e, 0); // i64x2.replace_lane
        default -> {}
      }
    }
  }
}
