package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETFIELD;

import java.util.BitSet;
import java.util.List;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.InvalidCodeException;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.plan.BodyFacts;
import org.dylink.engine.jvm.plan.Plan;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.Throws;
import org.dylink.engine.jvm.validate.Validator;
import org.dylink.format.Feature;
import org.dylink.format.FunctionType;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the class of one function: its body as a static method, whose last argument is the state
 * of an instance, and the entry point that calls it for one instance.
 */
public final class FunctionClassWriter {
  private static final String STATE = "L" + ClassNames.STATE + ";";
  private static final RunMethod INVALID =
      RunMethod.of(Throws.class, "invalid", int.class, InstanceState.class);

  private final ModuleCode module;
  private final FunctionNames names;
  private final boolean hasTailCalls;
  private final BitSet large;
  private List<MemoryAccesses> memories; // guarded by this

  /**
   * @param large the memories that may pass 2 GiB, of those with addresses of 32 bits
   */
  public FunctionClassWriter(ModuleCode module, FunctionNames names, BitSet large) {
    this.module = module;
    this.names = names;
    this.hasTailCalls = module.spaces().module().features().containsKey(Feature.TAIL_CALL);
    this.large = large;
  }

  /**
   * Compiles a function.
   *
   * @throws InvalidCodeException if its body is not valid
   */
  public byte[] write(int function) {
    Body body = Validator.validate(module, function);
    EngineLimits.check(body);
    BodyFacts facts = BodyFacts.of(body, LoweringTable::weight);
    byte[] huge = null;
    for (int limit = Plan.PART_WEIGHT; limit > Plan.SMALLEST_LIMIT; limit /= 2) {
      ClassWriter writer = newClass(body);
      try {
        Plan plan = Plan.of(body, facts, LoweringTable::weight, limit);
        boolean fits = emit(body, facts, plan, writer);
        byte[] written = writer.toByteArray();
        if (fits) {
          return written;
        }
        huge = huge == null ? written : huge;
      } catch (MethodTooLargeException | ClassTooLargeException e) {
        // With smaller parts, then.
      }
    }
    return huge != null ? huge : writeWhole(body, facts);
  }

  /** What cannot be split any further is interpreted by the JVM, if it fits at all. */
  private byte[] writeWhole(Body body, BodyFacts facts) {
    int offset = module.body(body.function()).offset();
    ClassWriter writer = newClass(body);
    try {
      emit(body, facts, Plan.WHOLE, writer);
      return writer.toByteArray();
    } catch (MethodTooLargeException e) {
      throw InvalidCodeException.unsupported(
          offset,
          "function too large: this engine has at most 65535 bytes of bytecode that cannot be"
              + " split");
    } catch (ClassTooLargeException e) {
      throw InvalidCodeException.limit(offset, "constants in a function", 65_535);
    }
  }

  private ClassWriter newClass(Body body) {
    String superName = ClassNames.signature(body.type());
    ClassWriter writer =
        SignatureWriter.newClass(
            ACC_PUBLIC | ACC_FINAL, names.className(body.function()), superName);
    writer.visitSource(ClassNames.cut(module.spaces().module().name()), null);
    SignatureWriter.writeConstructor(writer, superName);
    return writer;
  }

  /** Writes the methods; tells whether HotSpot will compile them all. */
  private boolean emit(Body body, BodyFacts facts, Plan plan, ClassWriter writer) {
    FunctionType type = body.type();
    String className = names.className(body.function());
    String method = names.method(body.function());
    boolean callsOthers = facts.hasCalls() || facts.hasTailCalls();
    EntryWriter entry = new EntryWriter(className, type, module.spaces(), callsOthers);
    entry.writeCall(writer, method);
    TailCallWriter tail = new TailCallWriter(className, method, type);
    if (facts.hasTailCalls()) {
      tail.writeAround(writer);
      method = TailCallWriter.bodyOf(method);
      entry.writeTail(writer, method);
    } else if (hasTailCalls) {
      tail.writeBody(writer);
    }
    MethodVisitor written =
        writer.visitMethod(
            ACC_PUBLIC | ACC_STATIC, method, JvmTypes.descriptor(type, STATE), null, null);
    return new BodyEmitter(body, facts, plan, names, memories(), writer).emit(written);
  }

  // Not at once: a program whose classes are all kept then loads none of these.
  private synchronized List<MemoryAccesses> memories() {
    if (memories == null) {
      memories = MemoryAccesses.of(module.spaces(), large);
    }
    return memories;
  }

  static void end(MethodVisitor method, FunctionType type) {
    method.visitInsn(JvmTypes.returnInstruction(type));
    int size = JvmTypes.paramSize(type) + 2;
    method.visitMaxs(Math.max(size, 4), size);
    method.visitEnd();
  }

  /**
   * The class of a function that is not valid: whoever calls it gets to know why. What that is does
   * not fit a class if names are long.
   */
  public byte[] writeInvalid(int function) {
    FunctionType type = module.spaces().function(function);
    String className = names.className(function);
    String superName = ClassNames.signature(type);
    ClassWriter writer = SignatureWriter.newClass(ACC_PUBLIC | ACC_FINAL, className, superName);
    SignatureWriter.writeConstructor(writer, superName);
    new EntryWriter(className, type, module.spaces(), false)
        .writeCall(writer, names.method(function));
    MethodVisitor body =
        writer.visitMethod(
            ACC_PUBLIC | ACC_STATIC,
            names.method(function),
            JvmTypes.descriptor(type, STATE),
            null,
            null);
    body.visitCode();
    Constants.pushInt(body, function);
    body.visitVarInsn(ALOAD, JvmTypes.paramSize(type));
    INVALID.call(body);
    body.visitInsn(Opcodes.ATHROW);
    body.visitMaxs(2, JvmTypes.paramSize(type) + 1);
    body.visitEnd();
    if (hasTailCalls) {
      new TailCallWriter(className, names.method(function), type).writeBody(writer);
    }
    return writer.toByteArray();
  }

  /** The class of an imported function: a method that calls the import's entry of an instance. */
  public byte[] writeImport(int function) {
    FunctionType type = module.spaces().function(function);
    String signature = ClassNames.signature(type);
    ClassWriter writer =
        SignatureWriter.newClass(
            ACC_PUBLIC | ACC_FINAL, names.className(function), JvmTypes.OBJECT);
    MethodVisitor method =
        writer.visitMethod(
            ACC_PUBLIC | ACC_STATIC,
            names.method(function),
            JvmTypes.descriptor(type, STATE),
            null,
            null);
    method.visitCode();
    method.visitVarInsn(ALOAD, JvmTypes.paramSize(type));
    method.visitFieldInsn(
        GETFIELD, ClassNames.STATE, "imports", "[L" + ClassNames.ENTRY_POINT + ";");
    Constants.pushInt(method, function);
    method.visitInsn(Opcodes.AALOAD);
    method.visitTypeInsn(Opcodes.CHECKCAST, signature);
    JvmTypes.loadParams(method, type, 0);
    method.visitVarInsn(ALOAD, JvmTypes.paramSize(type));
    String descriptor = SignatureWriter.callDescriptor(type);
    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, signature, ClassNames.CALL, descriptor, false);
    end(method, type);
    return writer.toByteArray();
  }

  /** The class that makes the entries of a group of functions. */
  public byte[] writeFactory(int group) {
    return new EntryFactoryWriter(names, module.spaces()).write(group);
  }
}
