package org.dylink.binding.marshal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.binding.StructLayout;
import org.dylink.engine.Memory;

/** Reads and writes records as structs. */
final class StructCodec {
  private final StructLayout layout;
  private final List<FieldCodec> fields;
  private final List<MethodHandle> accessors; // (Record)Object each
  private final MethodHandle constructor; // (Object[])Record

  private StructCodec(
      StructLayout layout,
      List<FieldCodec> fields,
      List<MethodHandle> accessors,
      MethodHandle constructor) {
    this.layout = layout;
    this.fields = fields;
    this.accessors = accessors;
    this.constructor = constructor;
  }

  static StructCodec of(Class<? extends Record> type, BoundLibrary library) {
    StructLayout layout = StructLayout.of(type);
    List<FieldCodec> fields =
        layout.fields().stream().map(field -> FieldCodec.of(field, type, library)).toList();
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      List<MethodHandle> accessors = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        accessors.add(
            lookup
                .unreflect(component.getAccessor())
                .asType(Handles.type(Object.class, Record.class)));
      }
      return new StructCodec(layout, fields, accessors, constructor(lookup, type));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + ": not open to the binding", e);
    }
  }

  StructLayout layout() {
    return layout;
  }

  Record read(Memory memory, int address) {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.get(i).read(memory, address);
    }
    return (Record) Handles.call(constructor, (Object) values);
  }

  /**
   * Writes a record.
   *
   * @param scratch for strings that are pointers; null where nobody would free them
   */
  void write(Memory memory, int address, Record value, Scratch scratch) {
    memory.fill(address, (byte) 0, layout.size());
    for (int i = 0; i < fields.size(); i++) {
      Object component = Handles.call(accessors.get(i), value);
      fields.get(i).write(memory, address, component, scratch);
    }
  }

  private static MethodHandle constructor(MethodHandles.Lookup lookup, Class<? extends Record> type)
      throws ReflectiveOperationException {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return lookup
        .unreflectConstructor(type.getDeclaredConstructor(types))
        .asSpreader(Object[].class, types.length)
        .asType(Handles.type(Object.class, Object.class));
  }
}
