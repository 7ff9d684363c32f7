package org.dylink.engine.endive;

import java.util.List;
import org.dylink.engine.GuestThrow;
import org.dylink.engine.Tag;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.TagSection;
import run.endive.wasm.types.TagType;
import run.endive.wasm.types.TypeSection;

/**
 * What a host function has thrown, its cause, as guests' handlers see it. To Endive an exception is
 * thrown by an instance that has its tag: one that has nothing else stands in.
 */
final class CarriedException extends WasmException implements GuestThrow {
  private static final long serialVersionUID = 1L;

  // No guest has a tag of this type.
  private static final Instance NOBODY =
      instance(FunctionType.of(List.of(), List.of()), EndiveTag.newOwnType(FunctionType.empty()));

  @SuppressWarnings("deprecation") // the builder's constructor is private
  private CarriedException(Instance thrower, long[] values, Throwable thrown) {
    super(thrower, 0, values);
    initCause(thrown);
  }

  /** As guests see it that know nothing of Java: by handlers for all exceptions. */
  static CarriedException of(Throwable thrown) {
    return new CarriedException(NOBODY, new long[0], thrown);
  }

  /** As guests see it that know the tag. */
  static CarriedException of(Throwable thrown, EndiveTag tag, List<Object> values) {
    long[] raw = new long[values.size()];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = RawValues.toRaw(tag.type().payload().params().get(i), values.get(i));
    }
    FunctionType payload = EndiveTypes.endive(tag.type().payload());
    return new CarriedException(instance(payload, tag.ownType()), raw, thrown);
  }

  @Override
  public boolean isOf(Tag tag) {
    return new UncaughtException(this).isOf(tag);
  }

  @Override
  public List<Object> values() {
    return new UncaughtException(this).values();
  }

  private static Instance instance(FunctionType payload, FunctionType own) {
    WasmModule module =
        WasmModule.builder()
            .setTypeSection(TypeSection.builder().addFunctionType(payload).build())
            .setTagSection(TagSection.builder().addTagType(new TagType((byte) 0, 0)).build())
            .withValidation(false)
            .build();
    Instance instance =
        Instance.builder(module)
            .withImportValues(ImportValues.builder().build())
            .withInitialize(false)
            .build();
    instance.tag(0).setType(own);
    return instance;
  }
}
