package org.dylink.engine.jvm.run.call;

/** Makes the entries of a group of functions; generated, so that no reflection is needed. */
public abstract class EntryFactory {
  /** How many functions one factory serves. */
  public static final int GROUP = 64;

  /** The entry of a function of the group. */
  public abstract EntryPoint make(int function, JvmFunction identity, InstanceState state);
}
