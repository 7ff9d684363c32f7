import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Writes what {@code LambdaMetafactory.metafactory} would make, in the words of its parameters. */
final class LambdaClass {
  /** The field of the only one, where nothing is captured. */
  static final String INSTANCE = "INSTANCE";

  /** The method that makes one of what is captured. */
  static final String NEW = "of";

  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
  private final int version;
  private final Type self;
  private final String host;
  private final Type factoryType;
  private final Type[] captured;
  private final Type interfaceType;
  private final Method interfaceMethod;
  private final Handle implementation;
  private final Type dynamicMethodType;

  LambdaClass(int version, String name, String host, InvokeDynamicInsnNode lambda) {
    this.version = version;
    this.self = Type.getObjectType(name);
    this.host = host;
    this.factoryType = Type.getMethodType(lambda.desc);
    this.captured = factoryType.getArgumentTypes();
    this.interfaceType = factoryType.getReturnType();
    this.interfaceMethod = new Method(lambda.name, ((Type) lambda.bsmArgs[0]).getDescriptor());
    this.implementation = (Handle) lambda.bsmArgs[1];
    this.dynamicMethodType = (Type) lambda.bsmArgs[2];
  }

  byte[] write() {
    writer.visit(
        version,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        self.getInternalName(),
        null,
        "java/lang/Object",
        new String[] {interfaceType.getInternalName()});
    writer.visitNestHost(host);
    writeConstructor();
    if (captured.length == 0) {
      writeInstance();
    } else {
      writeFactory();
    }
    writeCall();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private GeneratorAdapter method(int access, Method method) {
    return new GeneratorAdapter(access, method, null, null, writer);
  }

  private Method constructor() {
    return new Method("<init>", Type.VOID_TYPE, captured);
  }

  private void writeConstructor() {
    GeneratorAdapter code = method(Opcodes.ACC_PRIVATE, constructor());
    code.loadThis();
    code.invokeConstructor(Type.getType(Object.class), new Method("<init>", "()V"));
    for (int i = 0; i < captured.length; i++) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      writer.visitField(access, "v" + i, captured[i].getDescriptor(), null, null);
      code.loadThis();
      code.loadArg(i);
      code.putField(self, "v" + i, captured[i]);
    }
    end(code);
  }

  // One for all evaluations, as the JVM has it.
  private void writeInstance() {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    writer.visitField(access, INSTANCE, interfaceType.getDescriptor(), null, null);
    GeneratorAdapter code = method(Opcodes.ACC_STATIC, new Method("<clinit>", "()V"));
    make(code);
    code.putStatic(self, INSTANCE, interfaceType);
    end(code);
  }

  private void writeFactory() {
    GeneratorAdapter code =
        method(Opcodes.ACC_STATIC, new Method(NEW, factoryType.getDescriptor()));
    make(code);
    end(code);
  }

  private void make(GeneratorAdapter code) {
    code.newInstance(self);
    code.dup();
    code.loadArgs();
    code.invokeConstructor(self, constructor());
  }

  private void writeCall() {
    GeneratorAdapter code = method(Opcodes.ACC_PUBLIC, interfaceMethod);
    Type owner = Type.getObjectType(implementation.getOwner());
    boolean isNew = implementation.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (isNew) {
      code.newInstance(owner);
      code.dup();
    }
    loadArguments(code, taken(owner));
    invoke(code, owner);
    convertResult(code, isNew ? owner : Type.getReturnType(implementation.getDesc()));
    end(code);
  }

  private void loadArguments(GeneratorAdapter code, List<Type> taken) {
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.getField(self, "v" + i, captured[i]);
    }
    Type[] given = dynamicMethodType.getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.loadArg(i);
      convert(code, interfaceMethod.getArgumentTypes()[i], given[i]);
      convert(code, given[i], taken.get(captured.length + i));
    }
  }

  private List<Type> taken(Type owner) {
    List<Type> taken = new ArrayList<>();
    boolean hasReceiver =
        implementation.getTag() != Opcodes.H_INVOKESTATIC
            && implementation.getTag() != Opcodes.H_NEWINVOKESPECIAL;
    if (hasReceiver) {
      taken.add(owner);
    }
    taken.addAll(List.of(Type.getArgumentTypes(implementation.getDesc())));
    return taken;
  }

  // What javac calls specially is private, of the same nest.
  private void invoke(GeneratorAdapter code, Type owner) {
    Method method = new Method(implementation.getName(), implementation.getDesc());
    switch (implementation.getTag()) {
      case Opcodes.H_NEWINVOKESPECIAL -> code.invokeConstructor(owner, method);
      case Opcodes.H_INVOKESTATIC ->
          code.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              owner.getInternalName(),
              method.getName(),
              method.getDescriptor(),
              implementation.isInterface());
      default -> {
        if (implementation.isInterface()) {
          code.invokeInterface(owner, method);
        } else {
          code.invokeVirtual(owner, method);
        }
      }
    }
  }

  private void convertResult(GeneratorAdapter code, Type result) {
    Type wanted = interfaceMethod.getReturnType();
    if (!wanted.equals(Type.VOID_TYPE)) {
      convert(code, result, dynamicMethodType.getReturnType());
      convert(code, dynamicMethodType.getReturnType(), wanted);
    } else if (result.getSize() == 2) {
      code.pop2();
    } else if (result.getSize() == 1) {
      code.pop();
    }
  }

  private static void convert(GeneratorAdapter code, Type from, Type to) {
    if (isPrimitive(from) && isPrimitive(to)) {
      code.cast(from, to);
    } else if (isPrimitive(from)) {
      code.valueOf(from);
    } else if (isPrimitive(to)) {
      Optional<Type> boxed = primitive(from);
      code.unbox(boxed.orElse(to));
      code.cast(boxed.orElse(to), to);
    } else if (!from.equals(to)) {
      code.checkCast(to);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static Optional<Type> primitive(Type boxed) {
    return switch (boxed.getClassName()) {
      case "java.lang.Integer" -> Optional.of(Type.INT_TYPE);
      case "java.lang.Long" -> Optional.of(Type.LONG_TYPE);
      case "java.lang.Short" -> Optional.of(Type.SHORT_TYPE);
      case "java.lang.Byte" -> Optional.of(Type.BYTE_TYPE);
      case "java.lang.Character" -> Optional.of(Type.CHAR_TYPE);
      case "java.lang.Float" -> Optional.of(Type.FLOAT_TYPE);
      default -> Optional.empty();
    };
  }

  private static void end(GeneratorAdapter code) {
    code.returnValue();
    code.endMethod();
  }
}
