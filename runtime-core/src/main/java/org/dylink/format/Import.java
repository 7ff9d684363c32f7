package org.dylink.format;

/**
 * One import of a module.
 *
 * @param module the import module, such as {@code env} or {@code GOT.mem}
 * @param name the name in that module
 * @param type what must be supplied
 */
public record Import(String module, String name, ExternType type) {
  /** As messages name it: {@code env.printf}. */
  public String qualifiedName() {
    return module + "." + name;
  }
}
