package org.dylink.binding.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.binding.StructLayout;

/** A record that stands for a struct: where its components are, and how they are read and set. */
public final class RecordShape {
  private final StructLayout layout;
  private final List<MethodHandle> accessors; // (Record)Object each
  private final MethodHandle constructor; // (Object[])Record

  private RecordShape(StructLayout layout, List<MethodHandle> accessors, MethodHandle constructor) {
    this.layout = layout;
    this.accessors = accessors;
    this.constructor = constructor;
  }

  /**
   * Looks at a record, and at the records in it.
   *
   * @throws IllegalArgumentException if it cannot be a struct, or is not open to this package
   */
  public static RecordShape of(Class<? extends Record> type) {
    StructLayout layout = StructLayout.of(type);
    for (StructLayout.Field field : layout.fields()) {
      if (field.type().isRecord()) {
        of(field.type().asSubclass(Record.class));
      }
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      List<MethodHandle> accessors = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        accessors.add(
            lookup
                .unreflect(component.getAccessor())
                .asType(Handles.type(Object.class, Record.class)));
      }
      return new RecordShape(layout, accessors, constructor(lookup, type));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + ": not open to the binding", e);
    }
  }

  public StructLayout layout() {
    return layout;
  }

  /** The value of a component, by its place in the record. */
  public Object component(Record value, int index) {
    return Handles.call(accessors.get(index), value);
  }

  /** A record of the values of all its components. */
  public Record create(Object[] values) {
    return (Record) Handles.call(constructor, (Object) values);
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
