package org.dylink.engine.jvm.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Checks what a class that was kept refers to (JVM specification, 4.4: all of it is in the constant
 * pool). Compiled functions need guests' classes, those of {@code engine.jvm.run}, and little of
 * Java; whoever put another reference there did not take it from the compiler. Neither installing a
 * library nor writing to a cache must mean to reach files, threads or other bundles.
 */
final class AllowedReferences {
  private static final String RUN = "org/dylink/engine/jvm/run/";
  private static final String GUESTS = "wasm/";
  private static final Set<String> JAVA =
      Set.of(
          "java/lang/Double",
          "java/lang/Float",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Object",
          "java/lang/RuntimeException",
          "java/lang/Throwable",
          "java/util/Objects");

  private static final String VECTOR = "org/dylink/format/Vector";

  // Classes of function types call host functions by it. Nothing above makes one.
  private static final String HANDLE = "java/lang/invoke/MethodHandle";

  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int INVOKE_DYNAMIC = 18;
  private static final int COUNT_AT = 8;

  private final ByteBuffer file;
  private final int[] starts;
  private final boolean isOfTypes;

  private AllowedReferences(byte[] file, boolean isOfTypes) {
    this.isOfTypes = isOfTypes;
    this.file = ByteBuffer.wrap(file);
    this.starts = new int[this.file.getShort(COUNT_AT) & 0xffff];
  }

  /**
   * Checks a class file; whether it is one in all other respects is left to the JVM.
   *
   * @param isOfTypes whether it is one of a function type, which may have handles of host functions
   * @throws UnfitStoreException for the first reference that is not allowed
   */
  static void check(byte[] file, boolean isOfTypes) throws UnfitStoreException {
    try {
      AllowedReferences references = new AllowedReferences(file, isOfTypes);
      references.findConstants();
      references.checkConstants();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new UnfitStoreException("not a class file");
    }
  }

  private void findConstants() throws UnfitStoreException {
    file.position(COUNT_AT + 2);
    for (int i = 1; i < starts.length; i++) {
      starts[i] = file.position();
      int tag = file.get();
      file.position(file.position() + size(tag));
      if (tag == LONG || tag == DOUBLE) {
        i++; // takes two indexes
      }
    }
  }

  private int size(int tag) throws UnfitStoreException {
    return switch (tag) {
      case UTF8 -> 2 + (file.getShort(file.position()) & 0xffff);
      case CLASS, STRING, METHOD_TYPE -> 2;
      case METHOD_HANDLE -> 3;
      case INTEGER, FLOAT, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, INVOKE_DYNAMIC -> 4;
      case LONG, DOUBLE -> 8;
      default -> throw new UnfitStoreException("has a constant of kind " + tag);
    };
  }

  private void checkConstants() throws UnfitStoreException {
    for (int i = 1; i < starts.length; i++) {
      if (starts[i] != 0) {
        check(i);
      }
    }
  }

  private void check(int constant) throws UnfitStoreException {
    switch (file.get(starts[constant])) {
      case CLASS -> requireAllowed(className(constant));
      case FIELD, METHOD, INTERFACE_METHOD -> checkMember(constant);
      case METHOD_TYPE -> checkType(text(index(constant, 0)));
      case INVOKE_DYNAMIC -> checkType(type(index(constant, 1)));
      default -> {
        // Refers to nothing, or to constants that are checked themselves.
      }
    }
  }

  /** What the engine's own methods take and give is up to them. */
  private void checkMember(int constant) throws UnfitStoreException {
    String type = type(index(constant, 1));
    if (!className(index(constant, 0)).startsWith(RUN)) {
      checkType(type);
    }
  }

  private void checkType(String type) throws UnfitStoreException {
    int start = type.indexOf('L');
    while (start >= 0) {
      int end = type.indexOf(';', start);
      requireAllowed(type.substring(start + 1, end));
      start = type.indexOf('L', end);
    }
  }

  private void requireAllowed(String name) throws UnfitStoreException {
    if (name.startsWith("[")) {
      if (name.endsWith(";")) {
        requireAllowed(name.substring(name.indexOf('L') + 1, name.length() - 1));
      }
    } else if (!isOfGuests(name) && !isOfJava(name)) {
      throw new UnfitStoreException("refers to " + name);
    }
  }

  private static boolean isOfGuests(String name) {
    return name.startsWith(RUN) || name.startsWith(GUESTS) || name.equals(VECTOR);
  }

  private boolean isOfJava(String name) {
    return JAVA.contains(name) || (isOfTypes && name.equals(HANDLE));
  }

  private String className(int constant) {
    return text(index(constant, 0));
  }

  private String type(int nameAndType) {
    return text(index(nameAndType, 1));
  }

  /** A number in a constant: the index of another one. */
  private int index(int constant, int number) {
    return file.getShort(starts[constant] + 1 + 2 * number) & 0xffff;
  }

  private String text(int constant) {
    int start = starts[constant];
    int size = file.getShort(start + 1) & 0xffff;
    return new String(file.array(), start + 3, size, StandardCharsets.UTF_8);
  }
}
