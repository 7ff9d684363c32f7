package org.dylink.linker.link.snapshot;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
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
import org.dylink.linker.link.thread.GuestThread;

/** Reads images, whose bytes may be anything. */
final class ImageReader {
  private ImageReader() {}

  /**
   * Reads one.
   *
   * @param key what the program is that is to begin so
   * @throws UnfitImageException if it is another program's, or none at all
   */
  static ImageFile.Content read(
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
    return new ImageFile.Content(snapshot, told);
  }

  private static ImageInput open(byte[] file) throws UnfitImageException {
    ImageInput header = new ImageInput(ByteBuffer.wrap(file));
    if (header.large() != ImageFile.MAGIC) {
      throw new UnfitImageException("it is no image");
    }
    int format = header.number();
    if (format != ImageFile.FORMAT) {
      throw new UnfitImageException("it is of format " + format + ", expected " + ImageFile.FORMAT);
    }
    byte[] body =
        Arrays.copyOfRange(
            file, Math.min(ImageFile.HEADER + ImageFile.DIGEST, file.length), file.length);
    byte[] digest = Arrays.copyOfRange(file, ImageFile.HEADER, ImageFile.HEADER + ImageFile.DIGEST);
    if (!MessageDigest.isEqual(digest, ImageFile.digest(body))) {
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
        in.list(in::slots),
        GuestThread.FIRST);
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
            in.list(in::value),
            new HashSet<>(in.list(in::number)),
            new HashSet<>(in.list(in::number))),
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
