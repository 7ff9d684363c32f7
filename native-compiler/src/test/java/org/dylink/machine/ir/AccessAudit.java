package org.dylink.machine.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.machine.ir.Place.Kind;

/**
 * Reads a function's text and finds each access of the guest's memory and tables that its bounds
 * may not hold for, each call of what may be no function, and each address of the host that gets
 * where the guest sees it. It knows the few forms of instructions that there are; what it does not
 * know is a finding.
 */
final class AccessAudit {
  private static final String TYPE = "(ptr|i\\d+|float|double|<\\d+ x i\\d+>)";
  private static final Pattern LOAD =
      Pattern.compile("%\\w+ = load (?:atomic |volatile )?" + TYPE + ", ptr ([^, ]+)(.*)");
  private static final Pattern STORE =
      Pattern.compile("store (?:atomic |volatile )?" + TYPE + " (.*), ptr ([^, ]+)(.*)");
  private static final Pattern COPY =
      Pattern.compile("call ptr (%\\w+)\\(ptr (\\S+), (ptr|i32) (\\S+), i64 (\\S+)\\)");
  private static final Pattern NUMBER = Pattern.compile("i\\d+ (%\\w++)(?!\\()");
  private static final Pattern NAME = Pattern.compile("%\\w+");

  private final IrFunction function;
  private final ContextLayout layout;
  private final Bounds bounds;
  private final HostNumbers hostNumbers;
  private final CalledFunctions called;
  private final List<String> findings = new ArrayList<>();
  private int accesses;

  AccessAudit(IrFunction function, ContextLayout layout) {
    this.function = function;
    this.layout = layout;
    this.bounds = new Bounds(function, layout);
    this.hostNumbers = new HostNumbers(function, layout);
    this.called = new CalledFunctions(function, layout);
    function.refuted().forEach(this::read);
  }

  /** What is wrong, a line each. */
  List<String> findings() {
    return findings;
  }

  /** How many accesses of memories and tables there are. */
  int accesses() {
    return accesses;
  }

  private void read(String block, Set<String> refuted) {
    for (String line : function.blocks().get(block)) {
      Matcher load = LOAD.matcher(line);
      Matcher store = STORE.matcher(line);
      Matcher copy = COPY.matcher(line);
      if (load.matches()) {
        load(line, load, refuted);
      } else if (store.matches()) {
        store(line, store, refuted);
      } else if (line.contains(" atomicrmw ") || line.contains(" cmpxchg ")) {
        update(line, refuted);
      } else if (copy.matches()) {
        copy(line, copy, refuted);
      } else {
        other(line, refuted);
      }
    }
  }

  private Place place(String pointer) {
    return Place.of(pointer, function, layout);
  }

  private void unless(boolean isFine, String what, String line) {
    if (!isFine) {
      findings.add(function.name() + ": " + what + ": " + line);
    }
  }

  private void load(String line, Matcher load, Set<String> refuted) {
    Place from = place(load.group(2));
    boolean isOfHost = load.group(3).contains("!tbaa !3");
    if (from.kind() == Kind.MEMORY && isOfHost) {
      Place size = new Place(Kind.MEMORY, from.key(), String.valueOf(ContextLayout.MEMORY_SIZE), 0);
      unless(from.equals(size) && load.group(1).equals("i64"), "no size", line);
    } else if (from.kind() == Kind.MEMORY) {
      access(line, from, load.group(1), load.group(3), refuted);
    } else if (from.kind() == Kind.ELEMENTS && !from.isTableSize()) {
      accesses++;
      unless(bounds.hold(from, refuted), "not in its table", line);
    } else {
      unless(!load.group(3).contains("!tbaa !4"), "not the guest's", line);
    }
  }

  private void store(String line, Matcher store, Set<String> refuted) {
    Place to = place(store.group(3));
    unless(place(store.group(2)).kind() != Kind.MEMORY, "an address of memory", line);
    switch (to.kind()) {
      case MEMORY -> {
        access(line, to, store.group(1), store.group(4), refuted);
        unless(!hostNumbers.contains(store.group(2)), "an address of the host", line);
      }
      case GLOBAL -> {
        unless(to.offset() == 0 && !store.group(1).equals("ptr"), "not a number", line);
        unless(!hostNumbers.contains(store.group(2)), "an address of the host", line);
      }
      case THREAD, WORDS, LOCAL ->
          unless(!store.group(4).contains("!tbaa !4"), "not the guest's", line);
      default -> unless(false, "nobody's to write", line);
    }
  }

  private void access(String line, Place place, String type, String rest, Set<String> refuted) {
    accesses++;
    unless(!type.equals("ptr"), "an address of the host", line);
    unless(rest.contains("!tbaa !4") || rest.contains("seq_cst"), "not told as the guest's", line);
    unless(bounds.hold(place, width(type), refuted), "not checked", line);
  }

  private static int width(String type) {
    return switch (type) {
      case "ptr", "double" -> 8;
      case "float" -> 4;
      default -> {
        Matcher vector = Pattern.compile("<(\\d+) x i(\\d+)>").matcher(type);
        yield vector.matches()
            ? Integer.parseInt(vector.group(1)) * Integer.parseInt(vector.group(2)) / 8
            : Integer.parseInt(type.substring(1)) / 8;
      }
    };
  }

  private void update(String line, Set<String> refuted) {
    Matcher parts =
        Pattern.compile("%\\w+ = (?:atomicrmw \\w+|cmpxchg) ptr ([^,]+), (i\\d+) (.*)")
            .matcher(line);
    if (!parts.matches() || place(parts.group(1)).kind() != Kind.MEMORY) {
      unless(false, "not known", line);
      return;
    }
    access(line, place(parts.group(1)), parts.group(2), parts.group(3), refuted);
    unless(hasNoHostNumber(parts.group(2) + " " + parts.group(3)), "an address of the host", line);
  }

  private boolean hasNoHostNumber(String text) {
    return NUMBER.matcher(text).results().noneMatch(each -> hostNumbers.contains(each.group(1)));
  }

  private void copy(String line, Matcher copy, Set<String> refuted) {
    accesses++;
    String length = copy.group(5);
    boolean isCopy = copy.group(3).equals("ptr");
    String word =
        "getelementptr i8, ptr %t, i64 " + (isCopy ? ThreadLayout.MEMMOVE : ThreadLayout.MEMSET);
    Matcher callee =
        Pattern.compile("load ptr, ptr (\\S+),.*").matcher(function.definition(copy.group(1)));
    unless(
        callee.matches() && function.definition(callee.group(1)).equals(word), "not known", line);
    for (String each : isCopy ? List.of(copy.group(2), copy.group(4)) : List.of(copy.group(2))) {
      Place place = place(each);
      boolean isIn = place.kind() == Kind.MEMORY && bounds.hold(place, length, refuted);
      unless(isIn, "not checked", line);
    }
    unless(isCopy || !hostNumbers.contains(copy.group(4)), "an address of the host", line);
  }

  // Addresses of memory go nowhere else, and numbers made of addresses not to the guest.
  private void other(String line, Set<String> refuted) {
    String told = line.replaceFirst("^%\\w+ = ", "");
    if (told.startsWith("inttoptr i64 ")) {
      unless(hostNumbers.mayPoint(told.split(" ", -1)[2]), "no reference of Java's", line);
    } else if (told.contains("call tailcc ") || told.startsWith("ret ")) {
      unless(hasNoHostNumber(told), "an address of the host", line);
    }
    unless(
        !told.contains("call tailcc ") || called.hold(told, refuted),
        "not known as a function",
        line);
    boolean mayName = told.startsWith("getelementptr ") || told.startsWith("ptrtoint ");
    NAME.matcher(told)
        .results()
        .filter(each -> !mayName && place(each.group()).kind() == Kind.MEMORY)
        .forEach(each -> unless(false, "an address of memory", line));
  }
}
