package org.dylink.spectest;

import java.util.Locale;

/** What a script can ask for. */
enum CommandType {
  MODULE,
  MODULE_DEFINITION,
  MODULE_INSTANCE,
  REGISTER,
  ACTION,
  ASSERT_RETURN,
  ASSERT_TRAP,
  ASSERT_EXHAUSTION,
  ASSERT_EXCEPTION,
  ASSERT_INVALID,
  ASSERT_MALFORMED,
  ASSERT_UNLINKABLE,
  ASSERT_UNINSTANTIABLE;

  static CommandType of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
