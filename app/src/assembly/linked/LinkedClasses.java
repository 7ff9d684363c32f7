import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Links ahead what the JVM would link in the runnable jar's bundles when it is used first: makes a
 * class of each lambda, and code of what records have of the JVM. Linking one takes a cold JVM ten
 * times as long as reading a class from its archive, and a start has 400. Run by the build, with
 * those classes on its class path: ASM is among them.
 */
final class LinkedClasses {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";

  private final Map<String, ClassNode> classes = new LinkedHashMap<>();
  private final Map<String, byte[]> made = new LinkedHashMap<>();

  /**
   * @param arguments the folder of the classes, and the folders in it that are meant
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    LinkedClasses linked = new LinkedClasses();
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      linked.read(root.resolve(folder));
    }
    linked.replaceAll();
    linked.write(root);
  }

  private void read(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : classFiles(files)) {
        ClassNode node = new ClassNode();
        new ClassReader(Files.readAllBytes(file)).accept(node, 0);
        classes.put(node.name, node);
      }
    }
  }

  // Sorted, so that the same build gives the same names.
  private static List<Path> classFiles(Stream<Path> files) {
    return files.filter(each -> each.toString().endsWith(".class")).sorted().toList();
  }

  private void replaceAll() {
    // A class before Java 11 has no nest, and its lambdas' methods are private.
    classes.values().stream().filter(each -> each.version >= Opcodes.V11).forEach(this::replace);
  }

  private void replace(ClassNode outer) {
    for (MethodNode method : outer.methods) {
      for (AbstractInsnNode each : method.instructions.toArray()) {
        if (each instanceof InvokeDynamicInsnNode call) {
          replace(outer, method, call);
        }
      }
    }
  }

  private void replace(ClassNode outer, MethodNode method, InvokeDynamicInsnNode call) {
    String bootstrap = call.bsm.getOwner();
    if (bootstrap.equals(FACTORY) && call.bsm.getName().equals("metafactory")) {
      method.instructions.set(call, replacement(outer, call));
    } else if (bootstrap.equals(RECORDS) && call.name.equals("equals")) {
      setCode(method, new RecordCode(outer, call).ofEquals());
    } else if (bootstrap.equals(RECORDS) && call.name.equals("hashCode")) {
      setCode(method, new RecordCode(outer, call).ofHashCode());
    }
  }

  private static void setCode(MethodNode method, InsnList code) {
    method.instructions = code;
    method.localVariables = null; // they were between instructions that are gone
  }

  private AbstractInsnNode replacement(ClassNode outer, InvokeDynamicInsnNode lambda) {
    ClassNode host = outer.nestHostClass == null ? outer : classes.get(outer.nestHostClass);
    String name = outer.name + "$lambda" + made.size();
    if (host.nestMembers == null) {
      host.nestMembers = new ArrayList<>();
    }
    host.nestMembers.add(name);
    Type[] captured = Type.getArgumentTypes(lambda.desc);
    made.put(name, new LambdaClass(outer.version, name, host.name, lambda).write());
    String type = Type.getReturnType(lambda.desc).getDescriptor();
    return captured.length == 0
        ? new FieldInsnNode(Opcodes.GETSTATIC, name, LambdaClass.INSTANCE, type)
        : new MethodInsnNode(Opcodes.INVOKESTATIC, name, LambdaClass.NEW, lambda.desc, false);
  }

  private void write(Path root) throws IOException {
    for (ClassNode each : classes.values()) {
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      each.accept(writer);
      Files.write(root.resolve(each.name + ".class"), writer.toByteArray());
    }
    for (Map.Entry<String, byte[]> each : made.entrySet()) {
      Files.write(root.resolve(each.getKey() + ".class"), each.getValue());
    }
  }
}
