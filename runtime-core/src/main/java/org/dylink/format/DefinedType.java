package org.dylink.format;

import java.util.List;

/**
 * A type that modules define (WebAssembly Core, Structure, Recursive Types). Types of two modules
 * that are defined alike, each as the same part of a group that is defined alike, are one object.
 */
public final class DefinedType implements HeapType {
  /** The longest chain of supertypes, as other engines have it. */
  static final int DEEPEST = 63;

  private final int number;
  private final ValueType nullable = new ValueType(this, true);
  private final ValueType notNull = new ValueType(this, false);
  // Set by whoever makes it, before anybody else sees it.
  private boolean isFinal;
  private DefinedType supertype;
  private int depth;
  private CompositeType composite;
  private TypeGroup group;

  /** A type that is not defined yet, but may be referred to; {@code number} in its group. */
  DefinedType(int number) {
    this.number = number;
  }

  /** What functions of a type are, as a heap type. */
  public static DefinedType of(FunctionType type) {
    if (type.definition() != null) {
      return type.definition();
    }
    DefinedType made = new DefinedType(0);
    made.define(type, true, null);
    return TypeGroup.of(List.of(made)).type(0);
  }

  /**
   * Tells what it is.
   *
   * @param above its supertype, which is defined; null for none
   */
  void define(CompositeType made, boolean hasNoSubtypes, DefinedType above) {
    composite = made;
    isFinal = hasNoSubtypes;
    supertype = above;
    depth = above == null ? 0 : above.depth + 1;
  }

  void setGroup(TypeGroup defining) {
    group = defining;
  }

  /** Whether it is what it will be; else it was just made, and another may be defined alike. */
  boolean isGrouped() {
    return group != null;
  }

  /** Its place in its group. */
  int number() {
    return number;
  }

  @Override
  public ValueType nullable() {
    return nullable;
  }

  @Override
  public ValueType notNull() {
    return notNull;
  }

  /** What it is made of. */
  public CompositeType composite() {
    return composite;
  }

  /** The type above it, or null. */
  public DefinedType supertype() {
    return supertype;
  }

  /** How many types are above it, 0 to 63. */
  public int depth() {
    return depth;
  }

  /** Whether no type can be below it. */
  public boolean isFinal() {
    return isFinal;
  }

  /**
   * The type that functions of this type have.
   *
   * @throws ClassCastException if it is a struct or an array
   */
  public FunctionType functionType() {
    FunctionType type = (FunctionType) composite;
    boolean isPlain = isFinal && supertype == null && group.isPlain();
    return isPlain ? type : new FunctionType(type.params(), type.results(), this);
  }

  /**
   * A name that no type has which is defined otherwise, and the same in every run: 32 hexadecimal
   * digits.
   */
  public String digest() {
    return group.digest(number);
  }

  @Override
  public HeapType.Abstract top() {
    return composite.abstractType().top();
  }

  @Override
  public boolean isSubtypeOf(HeapType other) {
    if (other instanceof HeapType.Abstract kind) {
      return composite.abstractType().isSubtypeOf(kind);
    }
    DefinedType each = this;
    int wanted = ((DefinedType) other).depth;
    while (each.depth > wanted) {
      each = each.supertype;
    }
    return each == other;
  }

  /** As messages print it; what it refers to is not followed, for it may refer to itself. */
  @Override
  public String toString() {
    return "$" + composite.abstractType() + "." + digest().substring(0, 8);
  }
}
