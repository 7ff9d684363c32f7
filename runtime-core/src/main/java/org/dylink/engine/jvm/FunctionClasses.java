package org.dylink.engine.jvm;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.jvm.code.InvalidCodeException;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.emit.FunctionClassWriter;
import org.dylink.engine.jvm.emit.FunctionNames;
import org.dylink.engine.jvm.store.KeptClasses;

/** The bytes of a module's classes, by what their names add to the module's prefix. */
final class FunctionClasses {
  private static final String FACTORY = "entries$";

  private final ModuleCode code;
  private final FunctionNames names;
  private final FunctionClassWriter writer;
  private final KeptClasses kept;
  private final Map<String, byte[]> ready =
      new ConcurrentHashMap<>(); // compiled, not asked for yet
  private final Map<Integer, String> refusals = new ConcurrentHashMap<>();

  /**
   * @param large the memories that may pass 2 GiB, of those with addresses of 32 bits
   */
  FunctionClasses(ModuleCode code, KeptClasses kept, BitSet large) {
    this.code = code;
    this.kept = kept;
    this.names = new FunctionNames(code.spaces().module());
    this.writer = new FunctionClassWriter(code, names, large);
  }

  String binaryPrefix() {
    return names.binaryPrefix();
  }

  String method(int function) {
    return names.method(function);
  }

  /** The binary name of the class that makes a group's entries. */
  String factoryName(int group) {
    return names.binaryPrefix() + factory(group);
  }

  /** What that name adds to the prefix. */
  String factory(int group) {
    return FACTORY + group;
  }

  /** Those that need not be compiled. */
  KeptClasses kept() {
    return kept;
  }

  /** The bytes of a class, compiled unless they are ready; each is asked for once. */
  byte[] bytes(String name) {
    byte[] made = ready.remove(name);
    if (made != null) {
      return made;
    }
    try {
      return compileAndKeep(name);
    } catch (InvalidCodeException e) {
      int function = Integer.parseInt(name);
      refusals.put(function, describe(function, e));
      return writer.writeInvalid(function);
    }
  }

  /**
   * Compiles a function before somebody asks for its class.
   *
   * @throws InvalidCodeException if it is not valid, or past the engine's limits
   */
  void prepare(int function) {
    ready.computeIfAbsent(String.valueOf(function), this::compileAndKeep);
  }

  private byte[] compileAndKeep(String name) {
    byte[] bytes = compile(name);
    kept.add(name, bytes);
    return bytes;
  }

  private byte[] compile(String name) {
    if (name.startsWith(FACTORY)) {
      return writer.writeFactory(Integer.parseInt(name.substring(FACTORY.length())));
    }
    int function = Integer.parseInt(name);
    if (function < code.spaces().importedFunctionCount()) {
      return writer.writeImport(function);
    }
    long start = System.nanoTime();
    byte[] bytes = writer.write(function);
    kept.compiled(code.spaces().module().name(), function, System.nanoTime() - start, bytes.length);
    return bytes;
  }

  /** What is wrong with a function whose class only tells that. */
  String refusal(int function) {
    return refusals.get(function);
  }

  private String describe(int function, InvalidCodeException problem) {
    String module = code.spaces().module().name();
    String name = code.spaces().module().functionName(function);
    String refusal = problem.isUnsupported() ? ": function " : ": not valid: function ";
    return module + refusal + name + ": " + problem.getMessage();
  }
}
