package org.dylink.linker.link.snapshot;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.host.Granted;
import org.dylink.linker.link.host.HostCall;

/** Writes images. */
final class ImageWriter {
  private final ImageOutput out = new ImageOutput();

  private ImageWriter() {}

  /**
   * Writes one.
   *
   * @param product who writes: no other takes it
   */
  static byte[] write(String product, SnapshotKey key, ImageFile.Content content) {
    ImageWriter writer = new ImageWriter();
    writer.writeKey(product, key);
    TakenSnapshot snapshot = content.snapshot();
    writer.out.list(snapshot.calls(), writer::writeCall);
    writer.writeTold(content.told());
    writer.writeState(snapshot);
    byte[] body = writer.out.written();
    ByteBuffer file = ByteBuffer.allocate(ImageFile.HEADER + ImageFile.DIGEST + body.length);
    return file.putLong(ImageFile.MAGIC)
        .putInt(ImageFile.FORMAT)
        .put(ImageFile.digest(body))
        .put(body)
        .array();
  }

  private void writeKey(String product, SnapshotKey key) {
    out.text(product);
    out.text(key.engine().name());
    out.large(key.stackSize());
    out.large(key.maxMemory());
    out.flag(key.asksForMemory());
    out.large(key.maxSlots());
    out.list(
        key.libraries(),
        library -> {
          out.text(library.name());
          out.text(library.module().digest());
        });
  }

  private void writeCall(HostCall call) {
    out.text(call.module());
    out.text(call.function());
  }

  private void writeTold(Map<Granted, List<String>> told) {
    out.list(
        told.entrySet(),
        each -> {
          out.text(each.getKey().name());
          out.list(each.getValue(), out::text);
        });
  }

  private void writeState(TakenSnapshot snapshot) {
    out.data(snapshot.stack());
    out.list(snapshot.places(), this::writePlace);
    out.large(snapshot.memory().pages());
    writeMemory(snapshot.memory());
    out.number(snapshot.tableSize());
    out.list(snapshot.table(), out::slot);
    out.list(snapshot.freeData(), out::data);
    out.list(snapshot.freeSlots(), out::slots);
  }

  private void writeMemory(MemoryImage memory) {
    ImageOutput parts = new ImageOutput();
    AtomicInteger count = new AtomicInteger();
    memory.forEach(
        (address, bytes) -> {
          parts.large(address);
          parts.block(bytes);
          count.incrementAndGet();
        });
    out.number(count.get());
    out.raw(parts.written());
  }

  private void writePlace(PlaceState place) {
    out.data(place.data());
    out.slots(place.slots());
    out.list(place.slotsOnDemand(), out::number);
    out.list(place.contents().globals(), out::value);
    out.list(place.contents().droppedData(), out::number);
    out.list(place.contents().droppedElements(), out::number);
    out.list(place.variables(), out::value);
    out.list(
        place.tables(),
        table -> {
          out.number(table.index());
          out.number(table.size());
          out.list(table.slots(), out::slot);
        });
  }
}
