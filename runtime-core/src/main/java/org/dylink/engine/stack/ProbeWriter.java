package org.dylink.engine.stack;

import static java.lang.reflect.Modifier.FINAL;
import static java.lang.reflect.Modifier.PUBLIC;
import static java.lang.reflect.Modifier.STATIC;
import static java.lang.reflect.Modifier.SYNCHRONIZED;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;

/**
 * Writes a probe: a method with so many local variables that a frame of it is of the size. No
 * compiler of Java makes such a method without as many lines.
 *
 * <p>The interpreter compares the size of such a frame with what is left, and then makes it. Code
 * that HotSpot has compiled uses no variable, and its frame is small; but it may have to go back to
 * the interpreter at a call, so its entry touches all pages that the interpreter's frame would
 * need. So there must be a call, which is why there is a second method; and both are too long to be
 * inlined, as a frame that is part of another one is no probe.
 *
 * <p>The class file (JVMS 4) is written here without ASM: each start of an engine needs probes, and
 * one that finds all of its code compiled needs nothing else of ASM, whose classes the JVM's
 * archives do not take.
 */
final class ProbeWriter {
  /** The JVM has 65,535 local variables. */
  static final int LARGEST = 65_535 * Long.BYTES;

  // HotSpot inlines up to 325 bytes (FreqInlineSize).
  private static final int TOO_LONG = 400;
  private static final String SUPER = "org/dylink/engine/stack/StackProbe";
  private static final String NAME = SUPER + "$OfSize";

  private static final int MAGIC = 0xcafebabe;
  private static final int JAVA_17 = 61;

  // Tags of constants, and instructions.
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int NAME_AND_TYPE = 12;
  private static final int ALOAD_0 = 42;
  private static final int RETURN = 177;
  private static final int INVOKESPECIAL = 183;
  private static final int INVOKESTATIC = 184;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1500);
  private final DataOutputStream out = new DataOutputStream(bytes);

  private ProbeWriter() {}

  /** A probe for a size in bytes, at most {@link #LARGEST}. */
  static StackProbe newProbe(int size) {
    try {
      return (StackProbe)
          MethodHandles.lookup()
              .defineHiddenClass(new ProbeWriter().write(size / Long.BYTES), true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: no probe of " + size + " bytes", e);
    }
  }

  private byte[] write(int variables) {
    try {
      out.writeInt(MAGIC);
      out.writeInt(JAVA_17);
      writeClass(variables);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("BUG: an array cannot be written", e);
    }
  }

  // A constant is known by its number, from 1 on in the order in which they are written.
  private void writeClass(int variables) throws IOException {
    out.writeShort(14); // one more than there are constants
    text(NAME);
    constant(CLASS, 1);
    text(SUPER);
    constant(CLASS, 3);
    text("<init>");
    text("()V");
    constant(NAME_AND_TYPE, 5, 6);
    constant(METHOD, 4, 7);
    text("touch");
    text("called");
    constant(NAME_AND_TYPE, 10, 6);
    constant(METHOD, 2, 11);
    text("Code");
    shorts(PUBLIC | FINAL | SYNCHRONIZED, 2, 4, 0, 0, 3); // ACC_SUPER; no interfaces or fields
    method(PUBLIC, 5, 1, new byte[] {ALOAD_0, (byte) INVOKESPECIAL, 0, 8, (byte) RETURN});
    method(PUBLIC, 9, Math.max(1, variables), tooLong((byte) INVOKESTATIC, (byte) 0, (byte) 12));
    method(PUBLIC | STATIC, 10, 0, tooLong());
    out.writeShort(0); // no attributes
  }

  private void text(String text) throws IOException {
    out.writeByte(UTF8);
    out.writeUTF(text);
  }

  private void constant(int tag, int... of) throws IOException {
    out.writeByte(tag);
    shorts(of);
  }

  private void shorts(int... numbers) throws IOException {
    for (int number : numbers) {
      out.writeShort(number);
    }
  }

  private void method(int access, int name, int variables, byte[] code) throws IOException {
    shorts(access, name, 6, 1, 13);
    out.writeInt(12 + code.length); // of the attribute, from here
    shorts(1, variables);
    out.writeInt(code.length);
    out.write(code);
    shorts(0, 0); // no handlers, no attributes
  }

  /** Code that does nothing for long, and then what it is given. */
  private static byte[] tooLong(byte... end) {
    byte[] code = new byte[TOO_LONG + end.length + 1];
    System.arraycopy(end, 0, code, TOO_LONG, end.length); // NOP is 0
    code[code.length - 1] = (byte) RETURN;
    return code;
  }
}
