package org.dylink.machine.ir;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * How functions get their parameters: in registers, and what does not fit there in words of the
 * thread, which are read before anything else is done. Never on the stack: who is called in
 * another's place may take more than that was given. LLVM would move return addresses then, so that
 * frames could not be walked, and would take vectors there for aligned, which they are not.
 */
final class Parameters {
  private static final int IN_REGISTER = -1;
  private static final int VECTOR_REGISTERS = 8;

  private final List<ValueType> types;
  private final List<Integer> words = new ArrayList<>(); // in the thread, or less than 0

  Parameters(FunctionType type, Machine machine) {
    this.types = type.params();
    // The context's, and that of where results go.
    int integers = machine.integerRegisters() - (Results.lieInWords(type) ? 2 : 1);
    int vectors = VECTOR_REGISTERS;
    int word = 0;
    for (ValueType each : types) {
      boolean fits = isInteger(each) ? integers-- > 0 : vectors-- > 0;
      words.add(fits ? IN_REGISTER : word);
      word += fits ? 0 : Operands.words(each);
    }
  }

  private static boolean isInteger(ValueType type) {
    return switch (type.kind()) {
      case F32, F64, V128 -> false;
      default -> true;
    };
  }

  private boolean isInRegister(int parameter) {
    return words.get(parameter) < 0;
  }

  private static String address(int word) {
    return "getelementptr i8, ptr %t, i64 " + (ThreadLayout.ARGUMENTS + Long.BYTES * word);
  }

  /** What the function declares for them, with a comma in front of each. */
  String declared() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < types.size(); i++) {
      if (isInRegister(i)) {
        all.append(", ").append(IrTypes.of(types.get(i))).append(" %p").append(i);
      }
    }
    return all.toString();
  }

  /** Begins a function: each has the name {@code %p} and its index from here on. */
  List<Value> take(FunctionText text) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      Value own = new Value(IrTypes.of(types.get(i)), "%p" + i);
      if (!isInRegister(i)) {
        text.first("%pa" + i + " = " + address(words.get(i)));
        String load = " = load " + own.type() + ", ptr %pa" + i + ", align 8";
        text.first(own.name() + load + FunctionText.HOST);
      }
      all.add(own);
    }
    return all;
  }

  /** What a call passes for them, with a comma in front of each; the others are stored. */
  String passed(FunctionText text, List<Value> arguments) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < types.size(); i++) {
      if (isInRegister(i)) {
        all.append(", ").append(arguments.get(i));
      } else {
        Value at = text.give("ptr", address(words.get(i)));
        text.line("store " + arguments.get(i) + ", " + at + ", align 8" + FunctionText.HOST);
      }
    }
    return all.toString();
  }
}
