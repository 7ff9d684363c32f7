package org.dylink.engine.jvm;

import org.dylink.engine.jvm.binary.InvalidCodeException;
import org.dylink.engine.jvm.binary.ModuleCode;
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

  FunctionClasses(ModuleCode code, KeptClasses kept) {
    this.code = code;
    this.kept = kept;
    this.names = new FunctionNames(code.spaces().module());
    this.writer = new FunctionClassWriter(code, names);
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

  /** Compiles the class. */
  byte[] bytes(String name) {
    try {
      byte[] bytes = compile(name);
      kept.add(name, bytes);
      return bytes;
    } catch (InvalidCodeException e) {
      return writer.writeInvalid(Integer.parseInt(name));
    }
  }

  private byte[] compile(String name) {
    if (name.startsWith(FACTORY)) {
      return writer.writeFactory(Integer.parseInt(name.substring(FACTORY.length())));
    }
    int function = Integer.parseInt(name);
    return function < code.spaces().importedFunctionCount()
        ? writer.writeImport(function)
        : writer.write(function);
  }

  /** Validates a function, and compiles it to see that this can be done. */
  void check(int function) {
    writer.write(function);
  }

  /** What is wrong with a function whose class only tells that. */
  String refusal(int function) {
    try {
      check(function);
    } catch (InvalidCodeException e) {
      return describe(function, e);
    }
    throw new IllegalStateException("BUG: nothing is wrong with function " + function);
  }

  private String describe(int function, InvalidCodeException problem) {
    String module = code.spaces().module().name();
    String name = code.spaces().module().functionName(function);
    String refusal = problem.isUnsupported() ? ": function " : ": not valid: function ";
    return module + refusal + name + ": " + problem.getMessage();
  }
}
