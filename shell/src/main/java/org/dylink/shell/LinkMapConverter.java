package org.dylink.shell;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.service.command.Converter;
import org.dylink.format.MemoryType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkMap;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.TableRegion;
import org.osgi.service.component.annotations.Component;

/** Draws a program's address space, lowest address first. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.linker.LinkMap")
public final class LinkMapConverter extends TableConverter<LinkMap> {
  /** A line of the drawing. */
  private record Area(DataRegion data, String slots, String owner, String bundle) {}

  /** Makes the converter; it has no state. */
  public LinkMapConverter() {
    super(LinkMap.class);
  }

  @Override
  TextTable table(List<LinkMap> maps) {
    TextTable table = new TextTable("FROM", "TO", "BYTES", "SLOTS", "LIBRARY", "BUNDLE");
    maps.stream().flatMap(LinkMapConverter::areas).forEach(area -> draw(table, area));
    return table;
  }

  @Override
  String details(LinkMap map, Screen screen) {
    String limits =
        String.format(
            "memory: %s of at most %d, 64 KiB each; table: %s",
            Words.count(map.memoryPages(), "page"),
            map.maximumPages(),
            Words.count(map.tableSize(), "slot") + freeSlots(map));
    return table(List.of(map)).text(screen) + "\n" + limits;
  }

  private static String freeSlots(LinkMap map) {
    long free = map.freeSlots().stream().mapToLong(TableRegion::size).sum();
    return free == 0 ? "" : ", " + free + " of them free";
  }

  @Override
  String name(LinkMap map) {
    return map.libraries().get(0).library().name();
  }

  private static Stream<Area> areas(LinkMap map) {
    long end = map.memoryPages() * MemoryType.PAGE_SIZE;
    Stream<Area> own =
        Stream.of(
            new Area(map.stack(), "", "[stack]", ""),
            new Area(new DataRegion(map.heapBase(), end - map.heapBase()), "", "[heap]", ""));
    Stream<Area> free = map.freeData().stream().map(data -> new Area(data, "", "[free]", ""));
    Stream<Area> threads =
        map.threads().stream().map(each -> new Area(each.data(), "", each.toString(), ""));
    // A program that is not position-independent has stack and heap in its own data.
    Stream<Area> filled =
        Stream.of(own, threads, free)
            .flatMap(areas -> areas)
            .filter(area -> area.data().size() > 0);
    // The sort is stable: libraries without data keep their load order.
    return Stream.concat(map.libraries().stream().map(LinkMapConverter::area), filled)
        .sorted(Comparator.comparingLong(area -> area.data().address()));
  }

  private static Area area(LoadedLibrary loaded) {
    TableRegion slots = loaded.slots();
    return new Area(
        loaded.data(),
        slots.size() == 0 ? "" : slots.toString(),
        loaded.library().name(),
        loaded.library().origin());
  }

  private static void draw(TextTable table, Area area) {
    DataRegion data = area.data();
    table.row(
        hexadecimal(data.address()),
        hexadecimal(data.end()),
        data.size(),
        area.slots(),
        area.owner(),
        area.bundle());
  }

  private static String hexadecimal(long address) {
    return String.format("0x%08x", address);
  }
}
