package org.dylink.spectest.text;

/**
 * What the names in a module stand for.
 *
 * @param functions and so on: the numbers of things of each kind, imports first
 */
record Spaces(
    Types types,
    Names functions,
    Names tables,
    Names memories,
    Names globals,
    Names tags,
    Names elements,
    Names data) {
  Spaces() {
    this(
        new Types(),
        new Names(),
        new Names(),
        new Names(),
        new Names(),
        new Names(),
        new Names(),
        new Names());
  }

  /** Those of a kind of things that modules import and export. */
  Names of(Expression kind) {
    return switch (kind.head()) {
      case "func" -> functions;
      case "table" -> tables;
      case "memory" -> memories;
      case "global" -> globals;
      case "tag" -> tags;
      default -> throw kind.unknown();
    };
  }
}
