package org.dylink.engine.jvm.run.call;

import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.Instance;
import org.dylink.engine.control.GuestControl;
import org.dylink.engine.control.ThreadStates;
import org.dylink.engine.jvm.run.memory.DataSegments;
import org.dylink.engine.jvm.run.memory.LinearMemory;
import org.dylink.engine.jvm.run.memory.MemoryView;
import org.dylink.format.DefinedType;

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

  /** The views of all memories, imports first; that of the first is this object. */
  public MemoryView[] memories = {};

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

  /** What the tail call takes: see {@link TailArguments}; null until there was one. */
  long[] tailNumbers;

  Object[] tailReferences;

  /** How many steps deeper the chain of tail calls may go in which code of this instance runs. */
  int tailBudget = TailCall.DEPTH;

  /** The guest's thread that it belongs to; null in a program of one thread. */
  final GuestControl thread;

  final ModuleFacts facts;
  Object[][] elements;
  final WeakReference<InstanceState> self = new WeakReference<>(this);
  private final LateArray<JvmFunction> functions;
  private volatile Swap swap; // null unless other code is put in place; of the first state
  private final ThreadStates<InstanceState> threads; // null in a program of one thread

  /** The first state of an instance, which belongs to the thread whose turn it is. */
  public InstanceState(ModuleFacts facts, LateArray<JvmFunction> functions) {
    this.facts = facts;
    this.functions = functions;
    this.thread = GuestControl.current();
    this.threads = thread == null ? null : new ThreadStates<>(this);
    if (thread != null) {
      threads.add(thread, this);
    }
  }

  /** What another thread has of the instance, all but its globals. */
  private InstanceState(InstanceState first, GuestControl thread) {
    this.facts = first.facts;
    this.functions = first.functions;
    this.thread = thread;
    this.threads = first.threads;
    this.imports = first.imports;
    this.tables = first.tables;
    this.tags = first.tags;
    this.globals = new JvmGlobal[first.globals.length];
    setMemories(Stream.of(first.memories).map(view -> view.memory).toList());
  }

  /**
   * Makes the state of the thread whose turn it is, which shares all but globals with others.
   *
   * @throws IllegalStateException if that thread has one, or is no guest's
   */
  public InstanceState newForThread() {
    GuestControl current = GuestControl.current();
    if (threads == null || current == null) {
      throw new IllegalStateException(facts.moduleName() + ": not in the turn of a thread");
    } else if (threads.has(current)) {
      throw new IllegalStateException(facts.moduleName() + ": the thread has it");
    }
    InstanceState own = new InstanceState(threads.first(), current);
    threads.add(current, own);
    return own;
  }

  /** Tells what stands for the instance when another thread needs it. */
  public void setInstance(Instance instance) {
    if (threads != null) {
      threads.setInstance(instance);
    }
  }

  /**
   * Where code of an instance runs that is called, in the caller's thread.
   *
   * @param callee the state that the callee's entry names
   * @param caller the state of whoever calls; null for the host, which has the turn of the thread
   */
  public static InstanceState of(InstanceState callee, InstanceState caller) {
    ThreadStates<InstanceState> threads = callee.threads;
    if (threads == null || callee == caller) {
      return callee;
    }
    if (caller != null && caller.threads == threads) {
      return caller;
    }
    GuestControl thread = caller == null ? GuestControl.current() : caller.thread;
    return thread == null ? callee : threads.of(thread);
  }

  /** The function with an index, imports counted first; always the same object. */
  public JvmFunction function(int index) {
    return functions.get(index);
  }

  boolean hasFunction(int index) {
    return functions.has(index);
  }

  /** The functions that it defines, of those that somebody has asked for. */
  List<JvmFunction> definedFunctions() {
    synchronized (functions) {
      return functions.made(imports.length).toList();
    }
  }

  /** Lets a function that exists be the one of an index. */
  void adopt(int index, JvmFunction function) {
    functions.set(index, function);
  }

  /** Whether calls of its functions are held back: by whom; null if they are not. */
  Swap swap() {
    return swap;
  }

  /** Begins to hold back calls: of functions that somebody asks for later too. */
  void beginSwap(Swap begun) {
    synchronized (functions) {
      if (swap != null) {
        throw new IllegalStateException(facts.moduleName() + ": calls are held back already");
      }
      swap = begun;
    }
  }

  void endSwap() {
    swap = null;
  }

  /** Gives an import its function. */
  public void setImport(int index, JvmFunction function) {
    functions.set(index, function);
    imports[index] = function.entryFor(self);
  }

  /** Takes the function that an import comes to, at its first call. */
  EntryPoint importNow(int index) {
    EntryPoint now = function(index).entryFor(self);
    VarHandle.releaseFence(); // threads that share the array find it whole
    imports[index] = now;
    return now;
  }

  /** Uses memories, also after they have grown. */
  public void setMemories(List<LinearMemory> used) {
    memories = new MemoryView[used.size()];
    for (int i = 0; i < memories.length; i++) {
      memories[i] = i == 0 ? this : new MemoryView();
      memories[i].setMemory(used.get(i));
    }
  }

  /** Makes the segments known that code may copy and drop. */
  public void setSegments(DataSegments dataSegments, Object[][] elementSegments) {
    setData(dataSegments);
    for (MemoryView view : memories) {
      view.setData(dataSegments);
    }
    elements = elementSegments;
  }

  /** The references of an element segment; none once it is dropped. */
  public Object[] elements(int segment) {
    return elements[segment];
  }

  /** A type of the module. */
  public DefinedType definition(int type) {
    return facts.module().types().definition(type);
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

  @Override
  public void replaceAll(EntryPoint.Changes changes) {
    for (int i = 0; i < imports.length; i++) {
      EntryPoint now = changes.now(imports[i]);
      imports[i] = now == null ? imports[i] : now;
    }
  }

  /** Holds back calls of an instance's functions. */
  interface Swap {
    /** Whether the current thread may call what is there now. */
    boolean letsPass();

    /**
     * Waits until calls go on.
     *
     * @throws org.dylink.engine.TrapException if the guest is stopped meanwhile
     */
    void await();

    /** What the current thread is to call in place of a function; empty for its own code. */
    Optional<EntryPoint> next(JvmFunction function);
  }
}
