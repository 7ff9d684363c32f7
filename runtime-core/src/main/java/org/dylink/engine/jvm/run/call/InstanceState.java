package org.dylink.engine.jvm.run.call;

import java.lang.ref.WeakReference;
import java.util.function.IntFunction;
import org.dylink.engine.jvm.run.memory.DataSegments;
import org.dylink.engine.jvm.run.memory.MemoryView;

/**
 * An instance as generated code sees it: the last argument of every method. Code belongs to a
 * module and is shared by all its instances; whatever differs between them is here. Fields are read
 * by generated code, in every position that costs, hence no accessors.
 */
public final class InstanceState extends MemoryView implements EntryPoint.Holder {
  /** The entries of the imported functions. */
  public EntryPoint[] imports;

  /** All globals, imports first. */
  public JvmGlobal[] globals;

  /** All tables, imports first. */
  public JvmTable[] tables;

  /** All tags, imports first. */
  public JvmTag[] tags;

  /**
   * Bytes of stack that functions of this instance may still use before the host's reserve must be
   * looked for again: at most as many as are there above it. Functions that are entered take from
   * it, and give nothing back; who comes from the host has none.
   */
  long allowance;

  /** Where the tail call goes that a function has ended in, for its caller to make; or null. */
  EntryPoint tailTarget;

  /** What the tail call takes. */
  Object[] tailArguments;

  final ModuleFacts facts;
  Object[][] elements;
  final WeakReference<InstanceState> self = new WeakReference<>(this);
  private final JvmFunction[] functions;
  private IntFunction<JvmFunction> maker;

  public InstanceState(ModuleFacts facts, int functionCount) {
    this.facts = facts;
    this.functions = new JvmFunction[functionCount];
  }

  /** Tells how functions are made that the module defines, which they are when asked for. */
  public void setMaker(IntFunction<JvmFunction> functionMaker) {
    maker = functionMaker;
  }

  /** The function with an index, imports counted first; always the same object. */
  public JvmFunction function(int index) {
    JvmFunction function = functions[index];
    if (function == null) {
      function = maker.apply(index);
      functions[index] = function;
    }
    return function;
  }

  boolean hasFunction(int index) {
    return functions[index] != null;
  }

  /** Gives an import its function. */
  public void setImport(int index, JvmFunction function) {
    functions[index] = function;
    imports[index] = function.entryFor(self);
  }

  /** Makes the segments known that code may copy and drop. */
  public void setSegments(DataSegments dataSegments, Object[][] elementSegments) {
    setData(dataSegments);
    elements = elementSegments;
  }

  /** Whether an element segment has no references any more. */
  public boolean isElementDropped(int segment) {
    return elements[segment].length == 0;
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
