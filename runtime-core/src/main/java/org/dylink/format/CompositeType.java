package org.dylink.format;

/** What a type that a module defines is made of (WebAssembly Core, Structure, Composite Types). */
public sealed interface CompositeType permits FunctionType, StructType, ArrayType {
  /** The kind of things that are of such a type. */
  HeapType.Abstract abstractType();
}
