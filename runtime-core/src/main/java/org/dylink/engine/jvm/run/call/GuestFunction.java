package org.dylink.engine.jvm.run.call;

import java.util.Optional;
import org.dylink.format.FunctionType;

/** A function that an instance defines; compiled when it is called first. */
public final class GuestFunction extends JvmFunction {
  private final InstanceState state;
  private final int index;
  private boolean isCompiled;

  GuestFunction(InstanceState state, int index, FunctionType type, Signature signature) {
    super(state.code.functionName(index), type, signature);
    this.state = state;
    this.index = index;
    if (state.code.isCompiled(index)) {
      entry = resolve();
    } else {
      entry = signature.unresolved(this, state);
    }
  }

  /** Its index in the module, imports counted first. */
  public int index() {
    return index;
  }

  @Override
  public Optional<Origin> origin() {
    return Optional.of(new Origin(state.code.module(), index));
  }

  @Override
  EntryPoint resolve() {
    if (!isCompiled) {
      HostBorder.prepare();
      EntryPoint compiled = state.code.newEntry(index, state, this);
      isCompiled = true;
      change(compiled);
    }
    return entry;
  }

  @Override
  int codeId() {
    return state.code.firstCodeId() + index;
  }

  @Override
  boolean mayChange() {
    return !isCompiled;
  }
}
