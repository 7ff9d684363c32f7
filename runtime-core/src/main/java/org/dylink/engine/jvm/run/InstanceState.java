package org.dylink.engine.jvm.run;

import java.lang.ref.WeakReference;

/**
 * An instance as generated code sees it: the last argument of every method. Code belongs to a
 * module and is shared by all its instances; whatever differs between them is here. Fields are read
 * by generated code, in every position that costs, hence no accessors.
 */
public final class InstanceState implements EntryHolder {
  /** The memory's bytes, as many as it has room for; changes when the memory grows. */
  public byte[] bytes = {};

  /** The memory's size in bytes: no access may reach past it. */
  public int limit;

  /** The memory, or null. */
  public JvmMemory memory;

  /** The entries of the imported functions. */
  public EntryPoint[] imports;

  /** All globals, imports first. */
  public JvmGlobal[] globals;

  /** All tables, imports first. */
  public JvmTable[] tables;

  /** All tags, imports first. */
  public JvmTag[] tags;

  /** A tail call that a function has ended in, to be made by who called that function. */
  TailCall tailCall;

  final FunctionCode code;
  final JvmFunction[] functions;
  Object[][] elements;
  boolean[] isDataDropped;
  final WeakReference<InstanceState> self = new WeakReference<>(this);

  public InstanceState(FunctionCode code, int functionCount) {
    this.code = code;
    this.functions = new JvmFunction[functionCount];
  }

  /** The function with an index, imports counted first; always the same object. */
  public JvmFunction function(int index) {
    JvmFunction function = functions[index];
    if (function == null) {
      function = new GuestFunction(this, index, code.type(index), code.signature(index));
      functions[index] = function;
    }
    return function;
  }

  /** Gives an import its function. */
  public void setImport(int index, JvmFunction function) {
    functions[index] = function;
    imports[index] = function.entryFor(self);
  }

  /** Makes room for the segments that code may copy and drop. */
  public void setSegments(int data, Object[][] elementSegments) {
    isDataDropped = new boolean[data];
    elements = elementSegments;
  }

  /** Uses a memory, also after it has grown. */
  public void setMemory(JvmMemory used) {
    memory = used;
    used.attach(this);
  }

  @Override
  public void replace(EntryPoint before, EntryPoint now) {
    for (int i = 0; i < imports.length; i++) {
      if (imports[i] == before) {
        imports[i] = now;
      }
    }
  }
}
