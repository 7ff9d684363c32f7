package org.dylink.engine.jvm.run.call;

/**
 * What stands in an instance for a function that it imports until it calls it: then it asks for the
 * function, whose entry takes the place of this one's.
 */
public final class LateImport extends JvmFunction {
  private final InstanceState user;
  private final int index;

  /**
   * Puts one in place.
   *
   * @param index of the import among functions
   */
  public LateImport(FunctionCode code, int index, InstanceState user) {
    super(code.functionName(index), code.type(index), code.signature(index));
    this.user = user;
    this.index = index;
    this.entry = code.signature(index).unresolved(this, null);
  }

  @Override
  EntryPoint resolve() {
    HostBorder.prepare();
    return user.importNow(index);
  }

  @Override
  boolean mayChange() {
    return false; // nobody but its user has its entry
  }
}
