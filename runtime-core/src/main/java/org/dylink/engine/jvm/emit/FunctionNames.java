package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.run.call.GuestFrames;
import org.dylink.format.WasmModule;

/** The classes and methods of a module's functions. */
public final class FunctionNames {
  private final WasmModule module;
  private final String prefix;

  public FunctionNames(WasmModule module) {
    this.module = module;
    this.prefix = ClassNames.prefix(module.name());
  }

  /** The internal name of the class of a function. */
  String className(int function) {
    return prefix.concat(Integer.toString(function));
  }

  /** The name of its method. */
  public String method(int function) {
    return ClassNames.method(module.functionName(function));
  }

  /** The start of the binary names of all classes of the module. */
  public String binaryPrefix() {
    return prefix.replace('/', '.');
  }

  /** The internal name of the class that makes a group's entries. */
  String factory(int group) {
    return prefix + "entries" + GuestFrames.SEPARATOR + group;
  }
}
