package org.dylink.engine.jvm.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dylink.format.ConstantExpression;
import org.dylink.format.DefinedType;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;

/**
 * A constant expression that is valid: constants, references, immutable globals, and sums,
 * differences and products of integers (WebAssembly Core, Validation, Constant Expressions;
 * extended constant expressions).
 */
public final class InitialValue {
  /** What an expression may read when it is evaluated. */
  public interface Environment {
    /** The value of a global: boxed, or a reference. */
    Object global(int index);

    /** The reference of a function. */
    Object function(int index);

    /** A struct; no values are zeros and null references. */
    Object struct(DefinedType type, List<Object> values);

    /** An array of these elements. */
    Object array(DefinedType type, List<Object> elements);

    /** An array of as many elements, all of the same value; null for zeros and null references. */
    Object array(DefinedType type, int size, Object value);

    /** An integer of 31 bits. */
    Object i31(int value);
  }

  private final ConstantExpression expression;
  private final IndexSpaces spaces;

  private InitialValue(ConstantExpression expression, IndexSpaces spaces) {
    this.expression = expression;
    this.spaces = spaces;
  }

  /** Checks an expression of the given type. */
  static InitialValue check(ConstantExpression expression, IndexSpaces spaces, ValueType expected) {
    return check(expression, spaces, expected, spaces.globalCount());
  }

  /**
   * As check, but may read the first globals alone.
   *
   * @param globals how many of them: those that have a value by then
   */
  static InitialValue check(
      ConstantExpression expression, IndexSpaces spaces, ValueType expected, int globals) {
    InitialValue value = new InitialValue(expression, spaces);
    Deque<ValueType> stack = new ArrayDeque<>();
    InstructionReader instructions = value.instructions();
    Instruction each = instructions.next();
    while (each.opcode != Opcode.END) {
      check(each, stack, spaces, globals);
      each = instructions.next();
    }
    if (stack.size() != 1 || !stack.peek().isSubtypeOf(expected)) {
      throw new InvalidCodeException(
          each.offset, "type mismatch: expected " + expected + ", found " + stack);
    }
    return value;
  }

  private InstructionReader instructions() {
    CodeCursor code = new CodeCursor(spaces.module().bytes(), expression.from(), expression.end());
    return new InstructionReader(code, spaces);
  }

  private static void check(
      Instruction each, Deque<ValueType> stack, IndexSpaces spaces, int globals) {
    switch (each.opcode) {
      case I32_CONST -> stack.push(ValueType.I32);
      case I64_CONST -> stack.push(ValueType.I64);
      case F32_CONST -> stack.push(ValueType.F32);
      case F64_CONST -> stack.push(ValueType.F64);
      case V128_CONST -> stack.push(ValueType.V128);
      case REF_NULL -> stack.push(each.type);
      case REF_FUNC -> {
        spaces.noteReferable(each.index);
        stack.push(DefinedType.of(spaces.function(each.index)).notNull());
      }
      case GLOBAL_GET -> stack.push(globalType(each, spaces, globals));
      case STRUCT_NEW, STRUCT_NEW_DEFAULT, ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_FIXED ->
          CollectedValues.check(each, stack, spaces);
      case REF_I31, ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY -> CollectedValues.check(each, stack);
      case I32_ADD, I32_SUB, I32_MUL -> checkSum(each, stack, ValueType.I32);
      case I64_ADD, I64_SUB, I64_MUL -> checkSum(each, stack, ValueType.I64);
      default ->
          throw new InvalidCodeException(
              each.offset, "constant expression required, found " + each.opcode);
    }
  }

  private static ValueType globalType(Instruction each, IndexSpaces spaces, int globals) {
    if (each.index >= globals) {
      throw new InvalidCodeException(each.offset, "unknown global " + each.index);
    }
    GlobalType type = spaces.global(each.index);
    if (type.mutable()) {
      throw new InvalidCodeException(
          each.offset, "constant expression required, found mutable global " + each.index);
    }
    return type.value();
  }

  private static void checkSum(Instruction each, Deque<ValueType> stack, ValueType type) {
    for (int i = 0; i < 2; i++) {
      if (stack.isEmpty() || stack.pop() != type) {
        throw new InvalidCodeException(each.offset, "type mismatch: expected " + type);
      }
    }
    stack.push(type);
  }

  /** The value: boxed, or a reference, or null for a null reference. */
  public Object evaluate(Environment environment) {
    ValueStack stack = new ValueStack();
    InstructionReader reader = instructions();
    for (Instruction each = reader.next(); each.opcode != Opcode.END; each = reader.next()) {
      stack.apply(each, environment, spaces);
    }
    return stack.pop();
  }

  /** The value of an expression of type i32 or i64, as an unsigned number. */
  public long evaluateAddress(Environment environment) {
    Object value = evaluate(environment);
    return value instanceof Integer narrow ? Integer.toUnsignedLong(narrow) : (Long) value;
  }

  private static final class ValueStack {
    private final List<Object> values = new ArrayList<>(); // null is a null reference

    Object pop() {
      return values.remove(values.size() - 1);
    }

    private long popLong() {
      return ((Number) pop()).longValue();
    }

    void apply(Instruction each, Environment environment, IndexSpaces spaces) {
      Object value =
          switch (each.opcode) {
            case I32_CONST -> (int) each.constant;
            case I64_CONST -> each.constant;
            case F32_CONST -> Float.intBitsToFloat((int) each.constant);
            case F64_CONST -> Double.longBitsToDouble(each.constant);
            case V128_CONST -> each.vector;
            case REF_FUNC -> environment.function(each.index);
            case GLOBAL_GET -> environment.global(each.index);
            case REF_NULL -> null;
            case REF_I31 -> environment.i31((Integer) pop());
            case ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY -> pop();
            case STRUCT_NEW, STRUCT_NEW_DEFAULT, ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_FIXED ->
                CollectedValues.make(each, values, environment, spaces);
            default -> arithmetic(each.opcode, popLong(), popLong());
          };
      values.add(value);
    }

    private static Object arithmetic(Opcode opcode, long right, long left) {
      return switch (opcode) {
        case I32_ADD -> (int) (left + right);
        case I32_SUB -> (int) (left - right);
        case I32_MUL -> (int) (left * right);
        case I64_ADD -> left + right;
        case I64_SUB -> left - right;
        default -> left * right;
      };
    }
  }
}
