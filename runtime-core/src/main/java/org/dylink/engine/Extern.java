package org.dylink.engine;

import org.dylink.format.ExternType;

/** What instances import and export. Identity counts: the same object is the same extern. */
public sealed interface Extern permits Function, Memory, Table, Global, Tag {
  /** What it is; of a memory or table, with its limits as they were at creation. */
  ExternType type();
}
