package org.dylink.bindgen.c;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a header declares.
 *
 * @param functions of the library's own headers
 * @param records of all headers, by their keys, in the order of C
 * @param constants the enumerators of the library's own headers
 * @param variables names of those of the library's own headers that the library may have
 * @param statics names of those that are {@code static const} there, so that each source that
 *     includes the header has its own: constants, as macros are
 * @param types the names of types
 */
public record CHeader(
    List<CFunction> functions,
    Map<String, CRecord> records,
    List<CConstant> constants,
    List<String> variables,
    List<String> statics,
    TypeTable types) {
  public CHeader {
    functions = List.copyOf(functions);
    constants = List.copyOf(constants);
    variables = List.copyOf(variables);
    statics = List.copyOf(statics);
  }

  /** The struct or union of a type; empty if the header does not tell its members. */
  public Optional<CRecord> record(CType.RecordOf type) {
    return Optional.ofNullable(records.get(type.key()));
  }
}
