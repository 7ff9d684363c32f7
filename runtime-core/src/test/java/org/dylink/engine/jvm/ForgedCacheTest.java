package org.dylink.engine.jvm;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.jvm.store.CacheFolder;
import org.dylink.engine.jvm.store.ClassStore;
import org.dylink.engine.jvm.store.StoreKey;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Classes that somebody has put into the cache: without its key they are not believed, and with it
 * they can do no more than a guest.
 */
class ForgedCacheTest {
  private static final String NEXT = "0";

  /** A call that a class makes when it is initialized. */
  private record Deed(String owner, String method, String type) {}

  private static final List<Deed> DEEDS =
      List.of(
          new Deed("java/lang/System", "exit", "(I)V"),
          new Deed("java/lang/Shutdown", "exit", "(I)V"),
          new Deed("java/io/FileInputStream", "open", "(I)V"),
          new Deed("java/nio/file/Files", "readAllBytes", "(I)V"),
          new Deed("java/lang/Runtime", "exit", "(I)V"),
          new Deed("java/lang/invoke/MethodHandles", "lookup", "(I)V"),
          new Deed("java/lang/Class", "forName", "(I)V"),
          new Deed("java/lang/Thread", "sleep", "(I)V"),
          new Deed("sun/misc/Unsafe", "getUnsafe", "(I)V"),
          new Deed("org/dylink/engine/jvm/JvmEngine", "save", "(I)V"));

  @TempDir private Path folder;
  private final List<String> ignored = new ArrayList<>();
  private final WasmModule module = library(1);
  private StoreKey key;
  private StoreKey types;

  @BeforeEach
  void fill() throws Exception {
    String version = CodeVersion.get().orElseThrow();
    key = new StoreKey(version, module.name(), module.digest());
    types = new StoreKey(version, "types", "");
    JvmEngine first = engine();
    assertEquals(6, call(first));
    first.save();
  }

  private static WasmModule library(int more) {
    return module("lib.so")
        .exportedFunction("next", "(i32) -> i32", code().localGet(0).i32Const(more).i32Add())
        .build();
  }

  private JvmEngine engine() {
    return JvmEngine.keepingIn(folder, (store, reason) -> ignored.add(reason));
  }

  private CacheFolder cache() {
    return new CacheFolder(folder, 1 << 20, (store, reason) -> ignored.add(reason));
  }

  private Object call(JvmEngine engine) throws Exception {
    Instance instance = engine.compile(module).instantiate(List.of(), InstanceLimits.NONE);
    instance.start();
    return ((Function) instance.export("next").orElseThrow()).call(5);
  }

  /** Classes of a module that adds ten: they fit in all but what they compute. */
  private ClassStore others() throws Exception {
    WasmModule other = library(10);
    StoreKey otherKey = new StoreKey(key.code(), other.name(), other.digest());
    return ClassStore.read(AheadOfTime.compile(other), otherKey);
  }

  @Test
  void classesThatComputeSomethingElseAreNotBelieved() throws Exception {
    byte[] forged = others().write(key);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().contains("lib.so")).toList()) {
        Files.write(file, forged);
      }
    }
    assertEquals(6, call(engine()));
    assertEquals(List.of("not sealed with the folder's key"), ignored);
  }

  @Test
  void aFunctionsClassCannotLeaveTheGuestEvenIfItIsSealed() throws Exception {
    for (Deed deed : DEEDS) {
      Map<String, byte[]> all = new HashMap<>();
      all.put(NEXT, doing(deed, cache().load(key).get(NEXT)));
      assertHarmless(deed, key, all);
    }
  }

  @Test
  void aTypesClassCannotLeaveTheGuestEvenIfItIsSealed() throws Exception {
    for (Deed deed : DEEDS) {
      Map<String, byte[]> all = new HashMap<>();
      ClassStore intact = cache().load(types);
      for (String name : intact.names()) {
        all.put(name, doing(deed, intact.get(name)));
      }
      assertTrue(all.size() >= 3, all.keySet().toString());
      assertHarmless(deed, types, all);
      cache().save(types, intact);
    }
  }

  private void assertHarmless(Deed deed, StoreKey of, Map<String, byte[]> forged) throws Exception {
    ClassStore intact = cache().load(of);
    cache().save(of, ClassStore.of(forged));
    ignored.clear();

    assertEquals(6, call(engine()));

    assertTrue(ignored.size() >= 1, deed.toString());
    for (String each : ignored) {
      assertTrue(each.endsWith("refers to " + deed.owner()), each);
    }
    cache().save(of, intact);
  }

  /** With a class initializer that does it. */
  private static byte[] doing(Deed deed, byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor without =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String generic, String[] thrown) {
            return name.equals("<clinit>")
                ? null
                : super.visitMethod(access, name, type, generic, thrown);
          }
        };
    new ClassReader(bytes).accept(without, 0);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    code.visitInsn(Opcodes.ICONST_3);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, deed.owner(), deed.method(), deed.type(), false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(1, 0);
    code.visitEnd();
    return writer.toByteArray();
  }
}
