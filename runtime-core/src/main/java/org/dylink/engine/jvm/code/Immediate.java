package org.dylink.engine.jvm.code;

/** What follows an opcode in the binary format. */
public enum Immediate {
  NONE,
  BLOCK_TYPE,
  LABEL,
  LABELS,
  CATCHES,
  FUNCTION,
  TYPE_AND_TABLE,
  TYPES,
  LOCAL,
  GLOBAL,
  TABLE,
  TWO_TABLES,
  ELEMENTS_AND_TABLE,
  ELEMENTS,
  TAG,
  MEMORY_ACCESS,
  ATOMIC_ACCESS,
  MEMORY,
  TWO_MEMORIES,
  DATA_AND_MEMORY,
  DATA,
  HEAP_TYPE,
  LANE,
  RESERVED,
  I32,
  I64,
  F32,
  F64
}
