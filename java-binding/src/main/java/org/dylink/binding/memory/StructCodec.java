package org.dylink.binding.memory;

import java.util.ArrayList;
import java.util.List;
import org.dylink.binding.StructLayout;
import org.dylink.binding.shape.RecordShape;

/** Reads and writes records as structs, in any program's memory. */
public final class StructCodec {
  private final RecordShape shape;
  private final List<FieldCodec> fields = new ArrayList<>();

  public StructCodec(RecordShape shape) {
    this.shape = shape;
    for (StructLayout.Field field : layout().fields()) {
      fields.add(FieldCodec.of(field, layout().type()));
    }
  }

  public StructLayout layout() {
    return shape.layout();
  }

  public Record read(GuestAddresses addresses, int address) {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.get(i).read(addresses, address);
    }
    return shape.create(values);
  }

  /**
   * Writes a record.
   *
   * @param strings for those that are pointers; null where nobody would free them
   */
  public void write(GuestAddresses addresses, int address, Record value, Scratch strings) {
    addresses.memory().fill(address, (byte) 0, layout().size());
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).write(addresses, address, shape.component(value, i), strings);
    }
  }
}
