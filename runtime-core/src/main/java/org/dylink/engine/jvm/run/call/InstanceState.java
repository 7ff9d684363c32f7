package org.dylink.engine.jvm.run.call;

import java.lang.ref.WeakReference;
import org.dylink.engine.jvm.run.memory.DataSegments;
import org.dylink.engine.jvm.run.memory.MemoryView;

/**
 * An instance as generated code sees it: the last argument of every method. Code belongs to a
 * module and is shared by all its instances; whatever differs between them is here. Fields are read
 * by generated code, in every position that costs, hence no accessors.
 */
public final class InstanceState extends MemoryView implements EntryHolder {
  /** The entries of the imported functions. */
  public EntryPoint[] imports;

  /** All globals, imports first. */
  public JvmGlobal[] globals;

  /** All tables, imports first. */
  public JvmTable[] tables;

  /** All tags, imports first. */
  public JvmTag[] tags;

  /**
   * Whether the stack had room for the host when a function of this instance was about to leave the
   * guest, and no function that calls was entered since. Generated code clears it at such an entry.
   */
  public boolean hasReserve;

  /** A tail call that a function has ended in, to be made by who called that function. */
  TailCall tailCall;

  final FunctionCode code;
  final JvmFunction[] functions;
  Object[][] elements;
  final WeakReference<InstanceState> self = new WeakReference<>(this);

  public InstanceState(FunctionCode code, int functionCount) {
    this.code = code;
    this.functions = new JvmFunction[functionCount];
  }

  /** As {@link #function}, for generated code, which may have little stack. */
  public JvmFunction reference(int index) {
    if (functions[index] == null) {
      HostBorder.prepare();
    }
    return function(index);
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

  /**
   * Makes the segments known that code may copy and drop.
   *
   * @param dataCount how many data segments the module has
   */
  public void setSegments(int dataCount, Object[][] elementSegments) {
    setData(new DataSegments(code, dataCount));
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
