package org.dylink.engine.jvm;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.jvm.code.InvalidCodeException;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.engine.jvm.run.call.EntryFactory;
import org.dylink.engine.jvm.store.ClassStore;
import org.dylink.engine.jvm.store.KeptClasses;
import org.dylink.engine.jvm.store.StoreKey;
import org.dylink.format.WasmModule;

/** Compiles whole modules at build time. */
public final class AheadOfTime {
  /** What the engine's name adds to that of a module's file: {@code libz.so.jvm}. */
  public static final String SUFFIX = "." + JvmEngine.ENGINE_NAME;

  private AheadOfTime() {}

  /**
   * Compiles, and so validates, all functions of a module.
   *
   * @return the contents of the file that has to stand beside the module's
   * @throws InvalidModuleException for the first function that is not valid, or that this engine
   *     cannot compile
   * @throws IOException if the module's name is too long to be kept
   */
  public static byte[] compile(WasmModule module) throws InvalidModuleException, IOException {
    return compile(module, function -> true);
  }

  /**
   * Compiles some functions of a module, and so validates them. The others are compiled when they
   * are called: of a large program few functions are, and some may be past this engine's limits.
   *
   * @param functions tells for a function's index whether it is compiled
   * @return the contents of the file that has to stand beside the module's
   * @throws InvalidModuleException for the first of them that is not valid, or that this engine
   *     cannot compile
   * @throws IOException if the module's name is too long to be kept
   */
  public static byte[] compile(WasmModule module, IntPredicate functions)
      throws InvalidModuleException, IOException {
    new JvmEngine().checkLacks(module);
    String version = CodeVersion.get().orElseThrow(() -> new IOException("engine has no version"));
    try {
      Map<String, byte[]> classes = compile(ModuleCodeReader.read(module), module, functions);
      StoreKey key = new StoreKey(version, module.name(), module.digest());
      return ClassStore.of(classes).deflated().write(key);
    } catch (InvalidCodeException e) {
      throw JvmEngine.refused(module, e.getMessage(), e);
    }
  }

  private static Map<String, byte[]> compile(
      ModuleCode code, WasmModule module, IntPredicate functions) throws InvalidModuleException {
    FunctionClasses compiler = new FunctionClasses(code, KeptClasses.NONE, new BitSet());
    Map<String, byte[]> classes = new HashMap<>();
    int imported = code.spaces().importedFunctionCount();
    for (int i = 0; i < module.functionCount(); i++) {
      if (!functions.test(i)) {
        continue;
      }
      if (i >= imported) {
        JvmEngine.verify(compiler, module, i);
        String factory = compiler.factory(i / EntryFactory.GROUP);
        classes.computeIfAbsent(factory, compiler::bytes);
      }
      classes.put(String.valueOf(i), compiler.bytes(String.valueOf(i)));
    }
    return classes;
  }
}
