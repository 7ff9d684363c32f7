package org.dylink.linker.link.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dylink.engine.InstanceContents;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.host.Granted;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.link.host.HostCall;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.snapshot.PlaceState.TableState;

/**
 * The file of a prelinked image: {@code dylinkim}, the format's number, the digest (SHA-256) of the
 * rest; then what the program must be, and its state. Numbers have their highest byte first; a
 * list, a text and a block begin with their size, in 4 bytes.
 *
 * <p>What is read is a program's state only if {@link ImageRules} find nothing in it that the guest
 * could not have come to by itself: whoever writes an image may have guests compute something else
 * and nothing more.
 */
final class ImageFile {
  private static final long MAGIC = 0x64796c696e6b696dL; // dylinkim
  private static final int FORMAT = 1;
  private static final int HEADER = Long.BYTES + Integer.BYTES;
  private static final int DIGEST = 32;

  /**
   * What a file says.
   *
   * @param told what constructors were told of what the program is granted
   */
  record Content(TakenSnapshot snapshot, Map<Granted, List<String>> told) {}

  private ImageFile() {}

  /**
   * Writes one.
   *
   * @param product who writes: no other takes it
   */
  static byte[] write(String product, SnapshotKey key, Content content) {
    try {
      ImageOutput out = new ImageOutput();
      writeKey(out, product, key);
      TakenSnapshot snapshot = content.snapshot();
      out.list(snapshot.calls(), call -> writeCall(out, call));
      writeTold(out, content.told());
      writeState(out, snapshot);
      byte[] body = out.written();
      ByteBuffer file = ByteBuffer.allocate(HEADER + DIGEST + body.length);
      return file.putLong(MAGIC).putInt(FORMAT).put(digest(body)).put(body).array();
    } catch (IOException e) {
      throw new IllegalStateException("BUG: an array cannot be written to", e);
    }
  }

  private static byte[] digest(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("BUG: each Java has SHA-256", e);
    }
  }

  private static void writeKey(ImageOutput out, String product, SnapshotKey key)
      throws IOException {
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

  private static void writeCall(ImageOutput out, HostCall call) throws IOException {
    out.text(call.module());
    out.text(call.function());
  }

  private static void writeTold(ImageOutput out, Map<Granted, List<String>> told)
      throws IOException {
    out.list(
        told.entrySet(),
        each -> {
          out.text(each.getKey().name());
          out.list(each.getValue(), out::text);
        });
  }

  private static void writeState(ImageOutput out, TakenSnapshot snapshot) throws IOException {
    out.data(snapshot.stack());
    out.list(snapshot.places(), place -> writePlace(out, place));
    out.large(snapshot.memory().pages());
    writeMemory(out, snapshot.memory());
    out.number(snapshot.tableSize());
    out.list(snapshot.table(), out::slot);
    out.list(snapshot.freeData(), out::data);
    out.list(snapshot.freeSlots(), out::slots);
  }

  private static void writeMemory(ImageOutput out, MemoryImage memory) throws IOException {
    record Part(long address, byte[] bytes) {}
    List<Part> parts = new ArrayList<>();
    memory.forEach((address, bytes) -> parts.add(new Part(address, bytes)));
    out.list(
        parts,
        part -> {
          out.large(part.address());
          out.block(part.bytes());
        });
  }

  private static void writePlace(ImageOutput out, PlaceState place) throws IOException {
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

  /**
   * Reads one.
   *
   * @param key what the program is that is to begin so
   * @throws UnfitImageException if it is another program's, or none at all
   */
  static Content read(
      byte[] file, String product, SnapshotKey key, LinkRequest request, List<Place> places)
      throws UnfitImageException {
    ImageInput in = open(file);
    checkKey(in, product, key);
    List<HostCall> calls = in.list(() -> new HostCall(in.text(), in.text()));
    Map<Granted, List<String>> told = new EnumMap<>(Granted.class);
    in.list(() -> told.put(granted(in.text()), in.list(in::text)));
    TakenSnapshot snapshot = readState(in, calls, request, key);
    if (!in.isAtEnd()) {
      throw new UnfitImageException("it is damaged");
    }
    new ImageRules(snapshot, places).check();
    return new Content(snapshot, told);
  }

  private static ImageInput open(byte[] file) throws UnfitImageException {
    ImageInput header = new ImageInput(ByteBuffer.wrap(file));
    if (header.large() != MAGIC) {
      throw new UnfitImageException("it is no image");
    }
    int format = header.number();
    if (format != FORMAT) {
      throw new UnfitImageException("it is of format " + format + ", expected " + FORMAT);
    }
    byte[] body = Arrays.copyOfRange(file, Math.min(HEADER + DIGEST, file.length), file.length);
    byte[] digest = Arrays.copyOfRange(file, HEADER, HEADER + DIGEST);
    if (!MessageDigest.isEqual(digest, digest(body))) {
      throw new UnfitImageException("it is damaged");
    }
    return new ImageInput(ByteBuffer.wrap(body));
  }

  private static void checkKey(ImageInput in, String product, SnapshotKey key)
      throws UnfitImageException {
    expect("Dylink", product, in.text());
    expect("engine", key.engine().name(), in.text());
    expect("stack size", key.stackSize(), in.large());
    expect("memory limit", key.maxMemory(), in.large());
    expect("wish for memory", key.asksForMemory(), in.flag());
    expect("limit of slots", key.maxSlots(), in.large());
    List<String> libraries = in.list(() -> in.text() + " " + in.text());
    for (int i = 0; i < Math.max(libraries.size(), key.libraries().size()); i++) {
      String there = i < key.libraries().size() ? named(key.libraries().get(i)) : "no more";
      expect("library", there, i < libraries.size() ? libraries.get(i) : "no more");
    }
  }

  private static String named(Library library) {
    return library.name() + " " + library.module().digest();
  }

  private static void expect(String what, Object there, Object stored) throws UnfitImageException {
    if (!there.equals(stored)) {
      throw new UnfitImageException("it is for " + what + " " + stored + ", found " + there);
    }
  }

  private static Granted granted(String name) throws UnfitImageException {
    for (Granted each : Granted.values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new UnfitImageException("it is damaged");
  }

  private static TakenSnapshot readState(
      ImageInput in, List<HostCall> calls, LinkRequest request, SnapshotKey key)
      throws UnfitImageException {
    DataRegion stack = in.data();
    List<PlaceState> places = new ArrayList<>();
    in.list(() -> places.add(readPlace(in, places.size(), key)));
    return new TakenSnapshot(
        request,
        key.engine(),
        stack,
        Optional.empty(),
        calls,
        places,
        readMemory(in),
        in.number(),
        in.list(in::slot),
        in.list(in::data),
        in.list(in::slots));
  }

  private static PlaceState readPlace(ImageInput in, int index, SnapshotKey key)
      throws UnfitImageException {
    if (index == key.libraries().size()) {
      throw new UnfitImageException("it is damaged");
    }
    return new PlaceState(
        key.libraries().get(index),
        in.data(),
        in.slots(),
        in.list(in::number),
        new InstanceContents(
            in.list(in::value), new HashSet<>(in.list(in::number)), new HashSet<>(in.list(in::number))),
        in.list(in::value),
        in.list(() -> new TableState(in.number(), in.number(), in.list(in::slot))));
  }

  private static MemoryImage readMemory(ImageInput in) throws UnfitImageException {
    long pages = in.large();
    SortedMap<Long, byte[]> parts = new TreeMap<>();
    in.list(() -> parts.put(in.large(), in.block()));
    try {
      return MemoryImage.of(pages, parts);
    } catch (IllegalArgumentException e) {
      throw new UnfitImageException("its memory cannot be the program's");
    }
  }
}
