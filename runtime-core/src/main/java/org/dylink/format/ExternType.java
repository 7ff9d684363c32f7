package org.dylink.format;

/** What can be imported or exported (WebAssembly Core, Validation, External Types). */
public sealed interface ExternType
    permits FunctionType, TableType, MemoryType, GlobalType, TagType {

  /** The word for it in messages: function, table, memory, global or tag. */
  String kind();
}
