package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;

/**
 * What the bodies of a module may name.
 *
 * @param base where instantiation puts the module's functions into the shared table
 */
record Declarations(
    int base,
    List<Callable> functions,
    List<Variable> globals,
    List<Thrown> tags,
    Features features) {
  // Table 0 is everybody's, table 1 the module's own, table 2 its own and of externref.
  static final int TABLES = 3;
  static final int SHARED_TABLE = 0;
  static final int OWN_TABLE = 1;
  static final int EXTERN_TABLE = 2;

  // Where instantiation puts a module's functions into its own table.
  static final int FIRST_SLOT = 1;
  static final int OWN_TABLE_SIZE = 12;
  static final int SHARED_TABLE_SIZE = 24;
  static final int DATA_SEGMENTS = 3;
  static final int ELEMENTS = 1; // the passive segment
  static final String FUEL = "env.fuel";
  static final String TRACE = "env.trace";

  /** A function by its id in the module builder. */
  record Callable(String id, FunctionType type) {}

  /** A global by its id. */
  record Variable(String id, GlobalType type) {}

  /** A tag by its id. */
  record Thrown(String id, List<ValueType> payload) {}

  Declarations(int base, Features features) {
    this(base, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), features);
  }

  static ValueType elementOf(int table) {
    return table == EXTERN_TABLE ? ValueType.EXTERNREF : ValueType.FUNCREF;
  }

  List<Variable> globals(ValueType type, boolean mutable) {
    return globals.stream()
        .filter(g -> g.type().value() == type && (g.type().mutable() || !mutable))
        .toList();
  }

  /** Functions that give this. */
  List<Callable> giving(List<ValueType> results) {
    return functions.stream().filter(f -> f.type().results().equals(results)).toList();
  }
}
