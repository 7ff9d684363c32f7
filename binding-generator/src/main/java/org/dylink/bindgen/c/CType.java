package org.dylink.bindgen.c;

import java.util.List;

/** A type of C, as clang names it for wasm32. */
public sealed interface CType {
  /** {@code void}. */
  record Nothing() implements CType {}

  /** A number. */
  record Arithmetic(NumberKind kind) implements CType {}

  /**
   * A pointer.
   *
   * @param target what it points to
   * @param nonNull whether the header says that it is never null
   */
  record PointerTo(CType target, boolean nonNull) implements CType {}

  /**
   * An array.
   *
   * @param count how many elements; -1 for {@code []}
   */
  record ArrayOf(CType element, long count) implements CType {}

  /**
   * A function.
   *
   * @param variadic whether {@code ...} ends its parameters
   */
  record FunctionOf(CType result, List<CType> parameters, boolean variadic) implements CType {
    public FunctionOf {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * A struct or a union.
   *
   * @param key what {@link CHeader#record} knows it by
   */
  record RecordOf(String key) implements CType {}

  /**
   * An enum.
   *
   * @param text as C names it
   */
  record EnumOf(String text) implements CType {}

  /** A name that a typedef gave. */
  record Alias(String name, CType target) implements CType {}

  /** A type that is {@code const}. */
  record Const(CType target) implements CType {}

  /**
   * A type that has no place here: vectors, complex numbers, numbers of 128 bits.
   *
   * @param text as clang wrote it
   */
  record Unknown(String text) implements CType {}

  /** The type without the names and the {@code const} that it was given. */
  default CType bare() {
    if (this instanceof Alias alias) {
      return alias.target().bare();
    }
    return this instanceof Const constant ? constant.target().bare() : this;
  }

  /** Whether it is {@code const}, here or where a name was given to it. */
  default boolean isConst() {
    return this instanceof Const || (this instanceof Alias alias && alias.target().isConst());
  }
}
