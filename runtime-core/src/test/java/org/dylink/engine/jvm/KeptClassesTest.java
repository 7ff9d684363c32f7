package org.dylink.engine.jvm;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.CompiledForm;
import org.dylink.engine.EngineStatistics;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.TrapException;
import org.dylink.engine.jvm.store.ClassStore;
import org.dylink.engine.jvm.store.StoreKey;
import org.dylink.format.WasmModule;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is kept is not compiled again; what is of no use is compiled as if it were not there. */
class KeptClassesTest {
  private static final String TWICE_OF_NEXT = "1";

  @TempDir private Path folder;
  private final List<String> ignored = new ArrayList<>();

  private JvmEngine engine() {
    return JvmEngine.keepingIn(folder, (store, reason) -> ignored.add(store + ": " + reason));
  }

  private JvmEngine engineWithoutFolder() {
    return JvmEngine.keepingNothing((store, reason) -> ignored.add(store + ": " + reason));
  }

  @Test
  void countsWhatIsCompiledAndWhatWasKept() throws Exception {
    List<String> watched = new ArrayList<>();
    JvmEngine first = engine();
    first.watch((module, function, nanos, bytes) -> watched.add(module + " " + function));
    assertEquals(EngineStatistics.NONE, first.statistics());
    assertEquals(8, call(start(first, library().build()), "twiceOfNext", 3));
    first.save();
    EngineStatistics done = first.statistics();
    assertEquals(2, done.compiled());
    assertEquals(0, done.kept());
    assertTrue(done.compileTime().toNanos() > 0);
    assertEquals(Optional.empty(), done.cacheProblem());
    assertEquals(List.of("lib.so 1", "lib.so 0"), watched);
    JvmEngine second = engine();
    assertEquals(8, call(start(second, library().build()), "twiceOfNext", 3));
    assertEquals(new EngineStatistics(0, Duration.ZERO, 2, Optional.empty()), second.statistics());
  }

  @Test
  void countsWithoutAFolderToo() throws Exception {
    JvmEngine engine = engineWithoutFolder();
    assertEquals(8, call(start(engine, library().build()), "twiceOfNext", 3));
    assertEquals(2, engine.statistics().compiled());
    engine.watch((module, function, nanos, bytes) -> {});
    engine.watch(null);
    assertEquals(8, call(start(engine, library().build()), "twiceOfNext", 3));
  }

  @Test
  void tellsThatItCannotKeepAnythingUntilItCan() throws Exception {
    Path file = Files.createFile(folder.resolve("no-folder"));
    JvmEngine engine = JvmEngine.keepingIn(file, (store, reason) -> ignored.add(reason));
    assertEquals(8, call(start(engine, library().build()), "twiceOfNext", 3));
    Optional<String> problem = Optional.of(file + ": is no folder");
    assertEquals(problem, engine.statistics().cacheProblem());
    engine.save();
    assertEquals(problem, engine.statistics().cacheProblem());
    Files.delete(file);
    assertEquals(8, call(start(engine, library().build()), "twiceOfNext", 3));
    engine.save();
    assertEquals(Optional.empty(), engine.statistics().cacheProblem());
  }

  @Test
  void tellsWhatThereIsOfAModule() throws Exception {
    WasmModule module = library().build();
    assertEquals(List.of(), engine().readiness(module).forms());
    JvmEngine first = engine();
    assertEquals(8, call(start(first, module), "twiceOfNext", 3));
    first.save();
    CompiledForm kept = CompiledForm.used("jvm", folder.toString(), "3 classes");
    assertEquals(List.of(kept), engine().readiness(module).forms());

    WasmModule compiled = with(AheadOfTime.compile(module), module);
    List<CompiledForm> forms = engineWithoutFolder().readiness(compiled).forms();
    assertEquals(List.of("its bundle"), forms.stream().map(CompiledForm::place).toList());
    assertEquals(Optional.empty(), forms.get(0).problem());
    WasmModule broken = with(new byte[0], module);
    assertEquals(
        List.of(CompiledForm.unused("jvm", "its bundle", "truncated")),
        engineWithoutFolder().readiness(broken).forms());
    assertEquals(List.of(), ignored);
  }

  private static ModuleBuilder library() {
    return module("lib.so")
        .function("next", "(i32) -> i32", code().localGet(0).i32Const(1).i32Add())
        .exportedFunction(
            "twiceOfNext",
            "(i32) -> i32",
            code().localGet(0).call("next").localGet(0).call("next").i32Add())
        .exportedFunction("trap", "() -> ()", code().unreachable());
  }

  private static Instance start(JvmEngine engine, WasmModule module) throws InvalidModuleException {
    Instance instance = engine.compile(module).instantiate(List.of(), InstanceLimits.NONE);
    instance.start();
    return instance;
  }

  private static Object call(Instance instance, String function, Object... arguments) {
    return ((Function) instance.export(function).orElseThrow()).call(arguments);
  }

  private static WasmModule with(byte[] classes, WasmModule module) {
    return module.with(
        kind ->
            kind.equals("jvm") ? Optional.of(new ByteArrayInputStream(classes)) : Optional.empty());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(".classes")).sorted().toList();
    }
  }

  @Test
  void aSecondEngineCompilesNothing() throws Exception {
    JvmEngine first = engine();
    assertEquals(12, call(start(first, library().build()), "twiceOfNext", 5));
    // Both functions and the factory of their entries, and what there is for the type.
    assertEquals(6, first.pending());
    first.save();
    assertEquals(0, first.pending());
    JvmEngine second = engine();
    assertEquals(12, call(start(second, library().build()), "twiceOfNext", 5));
    assertEquals(0, second.pending());
    assertEquals(List.of(), ignored);
  }

  @Test
  void aLaterRunAddsWhatItCompiles() throws Exception {
    JvmEngine first = engine();
    call(start(first, library().build()), "twiceOfNext", 5);
    first.save();
    JvmEngine second = engine();
    Instance instance = start(second, library().build());
    call(instance, "twiceOfNext", 5);
    assertThrows(TrapException.class, () -> call(instance, "trap"));
    // The function, and the three classes of its type.
    assertEquals(4, second.pending());
    second.save();
    JvmEngine third = engine();
    Instance again = start(third, library().build());
    call(again, "twiceOfNext", 5);
    assertThrows(TrapException.class, () -> call(again, "trap"));
    assertEquals(0, third.pending());
  }

  @Test
  void aTrapHasTheSameGuestStack() throws Exception {
    JvmEngine first = engine();
    Instance compiled = start(first, library().build());
    TrapException before = assertThrows(TrapException.class, () -> call(compiled, "trap"));
    first.save();
    Instance kept = start(engine(), library().build());
    TrapException after = assertThrows(TrapException.class, () -> call(kept, "trap"));
    assertEquals("[trap (lib.so)]", before.guestStack().toString());
    assertEquals(before.guestStack(), after.guestStack());
    assertEquals(before.summary(), after.summary());
  }

  @Test
  void anotherModuleOfThatNameGetsItsOwn() throws Exception {
    JvmEngine first = engine();
    call(start(first, library().build()), "twiceOfNext", 5);
    first.save();
    WasmModule other =
        module("lib.so")
            .function("next", "(i32) -> i32", code().localGet(0).i32Const(2).i32Add())
            .exportedFunction("twiceOfNext", "(i32) -> i32", code().localGet(0).call("next"))
            .build();
    assertEquals(7, call(start(engine(), other), "twiceOfNext", 5));
  }

  @Test
  void aDamagedFileCostsOnlyTime() throws Exception {
    JvmEngine first = engine();
    call(start(first, library().build()), "twiceOfNext", 5);
    first.save();
    for (Path file : files()) {
      byte[] contents = Files.readAllBytes(file);
      contents[contents.length - 1] ^= 1;
      Files.write(file, contents);
    }
    assertEquals(12, call(start(engine(), library().build()), "twiceOfNext", 5));
    assertEquals(2, ignored.size(), ignored.toString());
    for (String each : ignored) {
      assertTrue(each.endsWith(".classes: not sealed with the folder's key"), each);
    }
  }

  @Test
  void aFunctionThatIsNotValidIsNotKept() throws Exception {
    WasmModule invalid =
        module("lib.so").exportedFunction("f", "() -> i32", code().i64Const(1)).build();
    JvmEngine first = engine();
    TrapException before =
        assertThrows(TrapException.class, () -> call(start(first, invalid), "f"));
    first.save();
    TrapException after =
        assertThrows(TrapException.class, () -> call(start(engine(), invalid), "f"));
    assertEquals(before.getMessage(), after.getMessage());
  }

  @Test
  void classesBesideTheModuleAreNotCompiled() throws Exception {
    WasmModule module = library().build();
    JvmEngine engine = engine();
    Instance instance = start(engine, with(AheadOfTime.compile(module), module));
    assertEquals(12, call(instance, "twiceOfNext", 5));
    // What there is for the type: these classes are every module's, so none brings them.
    assertEquals(3, engine.pending());
    assertEquals(List.of(), ignored);
  }

  @Test
  void anEngineThatTrustsThemAsksNothingOfClassesBesideTheModule() throws Exception {
    JvmEngine engine = JvmEngine.trustingCompanions();
    WasmModule module = withChanged(bytes -> calling(bytes, "java/lang/Runtime", "gc", "()V"));
    assertEquals(12, call(start(engine, module), "twiceOfNext", 5));
    assertEquals(new EngineStatistics(0, Duration.ZERO, 2, Optional.empty()), engine.statistics());
  }

  @Test
  void classesThatWereMadeFromAnotherModuleAreIgnored() throws Exception {
    WasmModule other = module("lib.so").exportedFunction("f", "() -> ()", code()).build();
    WasmModule module = with(AheadOfTime.compile(other), library().build());
    assertEquals(12, call(start(engineWithoutFolder(), module), "twiceOfNext", 5));
    assertEquals(List.of("lib.so.jvm: made from another module"), ignored);
  }

  @Test
  void aClassThatIsNoneIsCompiledAnew() throws Exception {
    assertCompiledAnew("not a class file", bytes -> new byte[] {1, 2, 3});
  }

  @Test
  void aClassThatIsTruncatedIsCompiledAnew() throws Exception {
    assertCompiledAnew(
        "java.lang.ClassFormatError: Truncated class file",
        bytes -> Arrays.copyOf(bytes, bytes.length - 1));
  }

  @Test
  void aClassThatTheVerifierRejectsIsCompiledAnew() throws Exception {
    assertCompiledAnew("java.lang.VerifyError: ", KeptClassesTest::withoutArguments);
  }

  @Test
  void aClassOfAnotherNameIsCompiledAnew() throws Exception {
    assertCompiledAnew("java.lang.NoClassDefFoundError: ", KeptClassesTest::renamed);
  }

  @Test
  void aClassThatReachesForJavaIsCompiledAnew() throws Exception {
    assertCompiledAnew(
        "refers to java/lang/Runtime", bytes -> calling(bytes, "java/lang/Runtime", "gc", "()V"));
    assertCompiledAnew(
        "refers to java/lang/Class",
        bytes -> calling(bytes, "java/lang/Object", "getClass", "()Ljava/lang/Class;"));
    assertCompiledAnew(
        "refers to java/lang/String",
        bytes -> calling(bytes, "java/lang/Integer", "toString", "()Ljava/lang/String;"));
    assertCompiledAnew(
        "refers to java/io/File",
        bytes -> calling(bytes, "wasm/lib/so$0", "f", "([[Ljava/io/File;)V"));
  }

  private void assertCompiledAnew(String reason, Change change) throws Exception {
    ignored.clear();
    Instance instance = start(engineWithoutFolder(), withChanged(change));
    assertEquals(12, call(instance, "twiceOfNext", 5));
    assertEquals(1, ignored.size(), ignored.toString());
    String start = "lib.so.jvm: class 1: " + reason;
    assertTrue(ignored.get(0).startsWith(start), ignored.get(0));
  }

  @Test
  void aClassThatIsCompiledAnewIsKept() throws Exception {
    WasmModule module = withChanged(KeptClassesTest::withoutArguments);
    JvmEngine first = engine();
    assertEquals(12, call(start(first, module), "twiceOfNext", 5));
    first.save();
    JvmEngine second = engine();
    assertEquals(12, call(start(second, module), "twiceOfNext", 5));
    assertEquals(0, second.pending());
  }

  private interface Change {
    byte[] apply(byte[] bytes);
  }

  /** A module with classes of which one, whose checksum is right, is changed. */
  private static WasmModule withChanged(Change change) throws Exception {
    WasmModule module = library().build();
    StoreKey key = new StoreKey(CodeVersion.get().orElseThrow(), module.name(), module.digest());
    ClassStore store = ClassStore.read(AheadOfTime.compile(module), key);
    Map<String, byte[]> classes = new HashMap<>();
    for (String name : store.names()) {
      classes.put(name, store.get(name));
    }
    classes.computeIfPresent(TWICE_OF_NEXT, (name, bytes) -> change.apply(bytes));
    return with(ClassStore.of(classes).write(key), module);
  }

  /** Without the instructions that push integers. */
  private static byte[] withoutArguments(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String generic, String[] thrown) {
                return new MethodVisitor(
                    Opcodes.ASM9, super.visitMethod(access, name, type, generic, thrown)) {
                  @Override
                  public void visitVarInsn(int opcode, int slot) {
                    if (opcode != Opcodes.ILOAD) {
                      super.visitVarInsn(opcode, slot);
                    }
                  }
                };
              }
            },
            0);
    return writer.toByteArray();
  }

  /** With a method that calls another. */
  private static byte[] calling(byte[] bytes, String owner, String method, String type) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(writer, 0);
    MethodVisitor added = writer.visitMethod(Opcodes.ACC_STATIC, "added", "()V", null, null);
    added.visitCode();
    added.visitMethodInsn(Opcodes.INVOKESTATIC, owner, method, type, false);
    added.visitInsn(Opcodes.RETURN);
    added.visitMaxs(2, 0);
    added.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] renamed(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visit(
                  int version, int access, String name, String type, String parent, String[] all) {
                super.visit(version, access, name + "x", type, parent, all);
              }
            },
            0);
    return writer.toByteArray();
  }
}
