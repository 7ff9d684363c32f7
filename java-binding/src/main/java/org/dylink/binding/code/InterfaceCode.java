package org.dylink.binding.code;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.shape.Handles;
import org.dylink.binding.shape.InterfaceShape;

/**
 * What is generated for an interface, and serves all objects of it: a class beside it, and one with
 * the code of its calls beside us. It goes with the interface, which alone holds it.
 */
final class InterfaceCode {
  private static final ClassValue<InterfaceCode> KNOWN =
      new ClassValue<>() {
        @Override
        protected InterfaceCode computeValue(Class<?> type) {
          return new InterfaceCode(InterfaceShape.of(type));
        }
      };

  private final InterfaceShape shape;
  private CallsClass calls; // guarded by this; null until an object is made
  private MethodHandle shell; // guarded by this; takes an Object

  private InterfaceCode(InterfaceShape shape) {
    this.shape = shape;
  }

  /**
   * The code of an interface.
   *
   * @throws IllegalArgumentException if the type is no interface
   */
  static InterfaceCode of(Class<?> type) {
    return KNOWN.get(type);
  }

  InterfaceShape shape() {
    return shape;
  }

  /**
   * Makes an object.
   *
   * @param functions of the methods, in their order
   * @throws IllegalArgumentException if the interface is not open to this package
   */
  synchronized Object bind(BoundLibrary library, boolean isClosable, List<MethodHandle> functions) {
    if (shell == null) {
      calls = CallsClass.of(shape);
      shell = ShellClass.of(shape, calls.paths());
    }
    return Handles.call(shell, calls.create(library, isClosable, functions));
  }

  /** Lets go of programs that are closed. */
  synchronized void forgetClosed() {
    if (calls != null) {
      calls.paths().forEach(CallPath::forgetClosed);
    }
  }
}
