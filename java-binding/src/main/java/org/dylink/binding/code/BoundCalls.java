package org.dylink.binding.code;

import java.util.Arrays;
import java.util.List;
import org.dylink.binding.Binding;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.value.LibraryBinding;

/**
 * What a bound object has of its own: its library, and what its methods ask before they are a fast
 * way. The generated class of its interface's calls extends it, and has the functions in fields.
 */
abstract class BoundCalls {
  private final Class<?> type;
  private final List<CallPath> paths;
  private final Binding binding;
  private final boolean isClosable;
  private final int[] untilAsked; // calls of each method; a lost count does no harm

  /**
   * @param type the interface
   * @param paths the ways that calls of its methods take, of all objects
   * @param isClosable whether the object's close() ends the program
   */
  BoundCalls(Class<?> type, List<CallPath> paths, BoundLibrary library, boolean isClosable) {
    this.type = type;
    this.paths = paths;
    this.binding = new LibraryBinding(library);
    this.isClosable = isClosable;
    this.untilAsked = new int[paths.size()];
    Arrays.fill(untilAsked, CallPath.OFTEN);
  }

  /** Counts a call that did not take the fast way: whether it is time to ask for that. */
  final boolean isTimeToAsk(int method) {
    if (--untilAsked[method] > 0) {
      return false;
    }
    untilAsked[method] = CallPath.OFTEN;
    return true;
  }

  final Binding binding() {
    return binding;
  }

  final void close() {
    if (isClosable) {
      binding.close();
      paths.forEach(CallPath::forgetClosed);
    }
  }

  final String text() {
    String program = "program " + binding.program().id();
    return type.getName() + " (" + binding.library() + ", " + program + ")";
  }
}
