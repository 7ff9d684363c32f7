package org.dylink.engine.endive;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.engine.Tag;
import org.dylink.format.TagType;
import run.endive.runtime.TagInstance;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * An exception tag behind the seam.
 *
 * <p>Endive takes an imported tag for any other tag of the same type, so that {@code
 * __cpp_exception} would catch {@code __c_longjmp}. While instances are linked it compares a tag's
 * type with the import's; afterwards each tag gets a type of its own, told apart by results that no
 * tag has. Endive also looks up a thrown tag's parameters by the tag's type index in the throwing
 * module, so each importer gets a view with its own index.
 */
final class EndiveTag implements Tag {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final TagType type;
  private final FunctionType ownType;

  EndiveTag(TagType type, FunctionType ownType) {
    this.type = type;
    this.ownType = ownType;
  }

  static EndiveTag create(TagType type) {
    return new EndiveTag(type, newOwnType(EndiveTypes.endive(type.payload())));
  }

  /** A type that no other tag has. */
  static FunctionType newOwnType(FunctionType type) {
    return FunctionType.of(type.params(), number(NEXT.getAndIncrement()));
  }

  /** The tag as one module imports it, before it is linked. */
  TagInstance importedAs(run.endive.wasm.types.TagType imported) {
    return new TagInstance(imported, EndiveTypes.endive(type.payload()));
  }

  /** The type that a linked instance's view must have. */
  FunctionType ownType() {
    return ownType;
  }

  @Override
  public TagType type() {
    return type;
  }

  private static List<ValType> number(int value) {
    List<ValType> bits = new ArrayList<>();
    for (int i = 0; i < Integer.SIZE; i++) {
      bits.add((value >>> i & 1) == 0 ? ValType.I32 : ValType.I64);
    }
    return bits;
  }
}
