package org.dylink.engine.jvm.run.memory;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * Finds the methods of {@code java.lang.foreign}, which Java has since version 22 and this project
 * is not compiled against. Segments pass as objects.
 */
final class SegmentHandles {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  /** Whether there are any; if not, nothing else of this class may be used. */
  static final boolean ARE_THERE = LinearMemory.HAS_SEGMENTS;

  private static final Class<?> SEGMENT = named("MemorySegment");
  private static final Class<?> LAYOUT = named("ValueLayout");
  private static final Class<?> ARENA = named("Arena");

  private SegmentHandles() {}

  private static Class<?> named(String name) {
    try {
      return ARE_THERE ? Class.forName("java.lang.foreign." + name) : Object.class;
    } catch (ClassNotFoundException e) {
      throw new LinkageError("BUG: no " + name, e);
    }
  }

  /**
   * An access of a segment at an offset in bytes, lowest byte first.
   *
   * @param layout the constant of {@code ValueLayout} for what is accessed
   * @return takes a segment as Object, the offset and what the access takes
   */
  static MethodHandle access(String layout, VarHandle.AccessMode mode) {
    if (!ARE_THERE) {
      return null;
    }
    try {
      Object value = LAYOUT.getField(layout).get(null);
      Method ordered = LAYOUT.getMethod("withOrder", ByteOrder.class);
      Method handle = LAYOUT.getMethod("varHandle");
      Object littleEndian = ordered.invoke(value, ByteOrder.LITTLE_ENDIAN);
      MethodHandle access = ((VarHandle) handle.invoke(littleEndian)).toMethodHandle(mode);
      return access.asType(access.type().changeParameterType(0, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: no accesses of segments", e);
    }
  }

  /**
   * {@code (FileChannel, MapMode, long offset, long size)}: a segment that is unmapped by itself.
   */
  static MethodHandle map() {
    if (!ARE_THERE) {
      return null;
    }
    try {
      MethodType type =
          MethodType.methodType(SEGMENT, MapMode.class, long.class, long.class, ARENA);
      MethodHandle map = LOOKUP.findVirtual(FileChannel.class, "map", type);
      MethodHandle arena = LOOKUP.findStatic(ARENA, "ofAuto", MethodType.methodType(ARENA));
      MethodHandle mapInArena = MethodHandles.collectArguments(map, 4, arena);
      return mapInArena.asType(mapInArena.type().changeReturnType(Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: no map", e);
    }
  }

  /** {@code (segment)}: where it begins. */
  static MethodHandle address() {
    return ofObjects("address", MethodType.methodType(long.class));
  }

  /** {@code (segment, value)}: sets all its bytes. */
  static MethodHandle fill() {
    MethodHandle fill = ofObjects("fill", MethodType.methodType(SEGMENT, byte.class));
    return fill == null ? null : fill.asType(fill.type().changeReturnType(void.class));
  }

  /** {@code (segment, offset, size)}: a part of it. */
  static MethodHandle slice() {
    return ofObjects("asSlice", MethodType.methodType(SEGMENT, long.class, long.class));
  }

  /** {@code (array)}: a segment of its bytes. */
  static MethodHandle ofArray() {
    return ofObjects("ofArray", MethodType.methodType(SEGMENT, byte[].class));
  }

  /** {@code (source, offset, target, offset, size)}, also where they overlap. */
  static MethodHandle copy() {
    return ofObjects(
        "copy",
        MethodType.methodType(void.class, SEGMENT, long.class, SEGMENT, long.class, long.class));
  }

  private static MethodHandle ofObjects(String name, MethodType type) {
    if (!ARE_THERE) {
      return null;
    }
    try {
      boolean isStatic = name.equals("ofArray") || name.equals("copy");
      MethodHandle found =
          isStatic
              ? LOOKUP.findStatic(SEGMENT, name, type)
              : LOOKUP.findVirtual(SEGMENT, name, type);
      return found.asType(withObjects(found.type()));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: no method " + name + " of segments", e);
    }
  }

  private static MethodType withObjects(MethodType type) {
    MethodType changed = type;
    for (int i = 0; i < type.parameterCount(); i++) {
      if (type.parameterType(i) == SEGMENT) {
        changed = changed.changeParameterType(i, Object.class);
      }
    }
    return type.returnType() == SEGMENT ? changed.changeReturnType(Object.class) : changed;
  }
}
