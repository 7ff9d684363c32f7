package org.dylink.engine.jvm.run.call;

import java.lang.invoke.MethodHandle;

/** Makes the entries of one function type; generated, one for each type. */
public abstract class Signature implements Invoker {
  /** An entry that asks {@link JvmFunction#resolve} at each call. */
  public abstract EntryPoint unresolved(JvmFunction function, InstanceState state);

  /** An entry that calls a Java method. */
  public abstract EntryPoint host(JvmFunction function, MethodHandle handle);
}
