package org.dylink.bindgen.c;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names of types, as a header gives them one after the other. For one thread. */
public final class TypeTable {
  private final Map<String, CType> aliases = new HashMap<>();
  private final Map<String, CRecord> records = new LinkedHashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, CType> numbers = new HashMap<>(); // of enums that are no int

  /** A table that knows C's own types. */
  public TypeTable() {}

  /**
   * Reads a type.
   *
   * @param text as clang writes it
   * @return {@link CType.Unknown} for what is not understood
   */
  public CType parse(String text) {
    return new TypeParser(text, this).parse();
  }

  /** Adds a name that a typedef gives. */
  public void alias(String name, CType type) {
    aliases.put(name, new CType.Alias(name, type));
  }

  /** Adds a struct or union. */
  public void add(CRecord struct) {
    records.put(struct.key(), struct);
  }

  /** An enum is a number other than an int. */
  public void number(String key, CType number) {
    numbers.put(key, number);
  }

  /** A typedef names an enum without a tag: as clang writes its type, it is what its key is. */
  public void sameNumber(String text, String key) {
    Optional.ofNullable(numbers.get(key)).ifPresent(number -> numbers.put(text, number));
  }

  /** The type of an enum. */
  CType enumeration(String text) {
    CType number = numbers.get(text);
    return number == null ? new CType.EnumOf(text) : number;
  }

  /**
   * A typedef names a struct: the first such name is what people know it by.
   *
   * @param tag how clang writes its type from now on
   */
  public void name(String key, String name, String tag) {
    names.putIfAbsent(key, name);
    keys.putIfAbsent(tag, key);
  }

  /** All structs and unions with members, by their keys, in the order of C. */
  public Map<String, CRecord> records() {
    Map<String, CRecord> named = new LinkedHashMap<>(records);
    named.replaceAll((key, struct) -> struct.named(names.getOrDefault(key, struct.name())));
    return named;
  }

  Optional<CType> alias(String name) {
    return Optional.ofNullable(aliases.get(name));
  }

  String key(String tag) {
    return keys.getOrDefault(tag, tag);
  }
}
