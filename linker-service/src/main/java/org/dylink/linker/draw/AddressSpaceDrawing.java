package org.dylink.linker.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dylink.format.MemoryType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkMap;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.ThreadArea;

/**
 * Draws a program's address space to scale, address 0 on top: on the left all of the memory, on the
 * right what lies below the heap, which is often a small part of it.
 */
public final class AddressSpaceDrawing {
  private static final double TOP = 20;
  private static final double HEIGHT = 400;
  private static final double BAR = 60;
  private static final double ALL = 10;
  private static final double BELOW_HEAP = 150;
  private static final double LABELS = 240;
  private static final double LABEL_HEIGHT = 14;
  private static final double WIDTH = 640;
  private static final double THINNEST = 1; // or nobody sees it

  private static final String STACK = "#f2c14e";
  private static final String HEAP = "#dfe7ee";
  private static final String FREE = "#ffffff";
  private static final String THREAD = "#b8a1d9";
  private static final String[] LIBRARIES = {"#5b8e7d", "#8cb369", "#4f86c6", "#bc4b51", "#7d6b91"};

  /** A part of the memory. */
  private record Area(String name, DataRegion data, String colour) {
    String title() {
      return String.format(
          "%s: 0x%08x to 0x%08x, %d bytes", name, data.address(), data.end(), data.size());
    }
  }

  private final LinkMap map;
  private final Svg svg = new Svg();

  private AddressSpaceDrawing(LinkMap map) {
    this.map = map;
  }

  /** The picture as SVG. */
  public static String svg(LinkMap map) {
    return new AddressSpaceDrawing(map).draw();
  }

  private String draw() {
    List<Area> areas = areas();
    double end = Math.max(1, map.memoryPages() * (double) MemoryType.PAGE_SIZE);
    double heap = Math.min(end, (double) Math.max(1, map.heapBase()));
    svg.text(ALL, TOP - 8, "all");
    svg.text(BELOW_HEAP, TOP - 8, "below the heap");
    areas.forEach(area -> bar(ALL, area, end));
    areas.stream()
        .filter(area -> area.data().address() < map.heapBase())
        .forEach(area -> bar(BELOW_HEAP, area, heap));
    svg.line(ALL + BAR, TOP, BELOW_HEAP, TOP, "#bbb");
    svg.line(ALL + BAR, TOP + HEIGHT * heap / end, BELOW_HEAP, TOP + HEIGHT, "#bbb");
    double bottom = labels(areas, heap);
    String limits =
        "memory: %d of at most %d pages, 64 KiB each; table: %d slots"
            .formatted(map.memoryPages(), map.maximumPages(), map.tableSize());
    double foot = Math.max(bottom, TOP + HEIGHT) + 20;
    svg.text(ALL, foot, limits);
    String name = map.libraries().isEmpty() ? "" : map.libraries().get(0).library().name();
    return svg.picture(WIDTH, foot + 10, "address space of " + name);
  }

  private void bar(double x, Area area, double whole) {
    double from = HEIGHT * area.data().address() / whole;
    double height = HEIGHT * Math.min((double) area.data().size(), whole) / whole;
    svg.box(x, TOP + from, BAR, Math.max(THINNEST, height), area.colour(), area.title());
  }

  /** Each beside its part, or below the one before it; returns where the last one is. */
  private double labels(List<Area> areas, double heap) {
    double last = TOP - LABEL_HEIGHT;
    for (Area area : areas) {
      double middle = area.data().address() + area.data().size() / 2.0;
      boolean below = area.data().address() < map.heapBase();
      double at = below ? TOP + HEIGHT * Math.min(middle, heap) / heap : TOP + HEIGHT;
      last = Math.max(at, last + LABEL_HEIGHT);
      if (below) {
        svg.line(BELOW_HEAP + BAR, at, LABELS - 4, last, "#bbb");
      }
      svg.text(LABELS, last + 4, area.title());
    }
    return last;
  }

  private List<Area> areas() {
    List<Area> areas = new ArrayList<>();
    int colour = 0;
    for (LoadedLibrary loaded : map.libraries()) {
      String fill = LIBRARIES[colour++ % LIBRARIES.length];
      areas.add(new Area(loaded.library().name(), loaded.data(), fill));
    }
    areas.add(new Area("[stack]", map.stack(), STACK));
    long end = map.memoryPages() * MemoryType.PAGE_SIZE;
    areas.add(new Area("[heap]", new DataRegion(map.heapBase(), end - map.heapBase()), HEAP));
    map.freeData().forEach(free -> areas.add(new Area("[free]", free, FREE)));
    for (ThreadArea thread : map.threads()) {
      areas.add(new Area(thread.toString(), thread.data(), THREAD));
    }
    // Larger ones first: a program that is not position-independent has its stack in its own data.
    areas.removeIf(area -> area.data().size() <= 0);
    areas.sort(
        Comparator.comparingLong((Area area) -> area.data().address())
            .thenComparing(area -> -area.data().size()));
    return areas;
  }
}
