package org.dylink.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The types of a module, by type index. Most modules define plain function types alone; what these
 * are as heap types is found out when somebody asks.
 */
public final class TypeSpace {
  private final List<Object> types = new ArrayList<>(); // a FunctionType, or a DefinedType

  TypeSpace() {}

  void add(FunctionType plain) {
    types.add(plain);
  }

  void add(DefinedType type) {
    types.add(type);
  }

  /** How many there are. */
  public int size() {
    return types.size();
  }

  /** Whether a type is one of functions. */
  public boolean isFunction(int index) {
    return composite(index) instanceof FunctionType;
  }

  /**
   * The type that functions of a type have.
   *
   * @throws ClassCastException if it is not one of functions
   */
  public FunctionType function(int index) {
    Object type = types.get(index);
    return type instanceof DefinedType defined ? defined.functionType() : (FunctionType) type;
  }

  /** All types of functions, in their order. */
  public List<FunctionType> functions() {
    List<FunctionType> functions = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      if (isFunction(i)) {
        functions.add(function(i));
      }
    }
    return functions;
  }

  /** What a type is made of. */
  public CompositeType composite(int index) {
    Object type = types.get(index);
    return type instanceof DefinedType defined ? defined.composite() : (FunctionType) type;
  }

  /** The type as references name it. */
  public DefinedType definition(int index) {
    Object type = types.get(index);
    return type instanceof DefinedType defined ? defined : DefinedType.of((FunctionType) type);
  }
}
