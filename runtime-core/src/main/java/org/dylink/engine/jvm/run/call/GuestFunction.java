package org.dylink.engine.jvm.run.call;

import java.util.Optional;

/** A function that an instance defines; compiled when it is called first. */
public final class GuestFunction extends JvmFunction {
  private final FunctionCode code;
  private final InstanceState state;
  private final int index;
  private boolean isCompiled;

  public GuestFunction(FunctionCode code, int index, InstanceState state) {
    super(code.functionName(index), code.type(index), code.signature(index));
    this.code = code;
    this.state = state;
    this.index = index;
    if (code.isCompiled(index)) {
      entry = resolve();
    } else {
      entry = code.signature(index).unresolved(this, state);
    }
  }

  /** Its index in the module, imports counted first. */
  public int index() {
    return index;
  }

  @Override
  public Optional<Origin> origin() {
    return Optional.of(new Origin(code.module(), index));
  }

  @Override
  synchronized EntryPoint resolve() {
    if (!isCompiled) {
      HostBorder.prepare();
      EntryPoint compiled = code.newEntry(index, state, this);
      isCompiled = true;
      change(compiled);
    }
    return entry;
  }

  @Override
  int codeId() {
    return code.firstCodeId() + index;
  }

  @Override
  boolean mayChange() {
    return !isCompiled;
  }
}
