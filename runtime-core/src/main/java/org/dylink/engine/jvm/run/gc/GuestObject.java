package org.dylink.engine.jvm.run.gc;

import org.dylink.format.DefinedType;

/** A struct or an array; its identity is that of the Java object. */
abstract class GuestObject {
  final DefinedType type;

  GuestObject(DefinedType type) {
    this.type = type;
  }
}
