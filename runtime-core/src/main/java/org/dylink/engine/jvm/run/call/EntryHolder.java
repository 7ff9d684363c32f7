package org.dylink.engine.jvm.run.call;

/** Something that keeps entry points to call them fast, and must hear of a better one. */
interface EntryHolder {
  /** Puts an entry in the place of another, wherever that is kept. */
  void replace(EntryPoint before, EntryPoint now);
}
