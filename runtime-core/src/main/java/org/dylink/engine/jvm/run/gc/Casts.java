package org.dylink.engine.jvm.run.gc;

import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.jvm.run.call.GuestException;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.JvmFunction;
import org.dylink.format.DefinedType;
import org.dylink.format.HeapType;

/**
 * What references are to. A type is given as a number: twice the index of a type, or twice the code
 * of an abstract one and negative; and one more if null is of it.
 */
public final class Casts {
  private Casts() {}

  /** Whether a reference is of a type. */
  public static boolean isOf(Object reference, int type, InstanceState state) {
    if (reference == null) {
      return (type & 1) != 0;
    }
    int referred = type >> 1;
    return referred < 0
        ? isOf(reference, HeapType.Abstract.ofCode(-referred))
        : isOf(reference, state.definition(referred));
  }

  private static boolean isOf(Object reference, HeapType.Abstract type) {
    return switch (type) {
      case ANY, EXTERN -> true;
      case EQ -> reference instanceof GuestObject || reference instanceof I31;
      case I31 -> reference instanceof I31;
      case STRUCT -> reference instanceof GuestStruct;
      case ARRAY -> reference instanceof GuestArray;
      case FUNC -> reference instanceof JvmFunction;
      case EXN -> reference instanceof GuestException;
      case NONE, NOFUNC, NOEXTERN, NOEXN -> false;
    };
  }

  private static boolean isOf(Object reference, DefinedType type) {
    if (reference instanceof GuestObject object) {
      return object.type.isSubtypeOf(type);
    }
    return reference instanceof JvmFunction function
        && DefinedType.of(function.type()).isSubtypeOf(type);
  }

  /** The reference, which must be of a type. */
  public static Object cast(Object reference, int type, InstanceState state) {
    if (!isOf(reference, type, state)) {
      throw new TrapException(TrapKind.CAST_FAILURE, "cast failure: " + describe(reference));
    }
    return reference;
  }

  private static String describe(Object reference) {
    if (reference == null) {
      return "found null";
    } else if (reference instanceof GuestObject object) {
      return "found " + object.type;
    }
    return reference instanceof JvmFunction function
        ? "found a function " + function.type()
        : "found another kind of reference";
  }

  public static int refEq(Object one, Object other) {
    return one == other || (one instanceof I31 && one.equals(other)) ? 1 : 0;
  }
}
