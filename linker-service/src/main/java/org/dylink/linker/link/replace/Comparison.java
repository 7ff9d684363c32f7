package org.dylink.linker.link.replace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.ReplacementPlan.Layout;
import org.dylink.linker.ReplacementPlan.SymbolChange;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;

/**
 * Compares a library with the one that is to come into its place. What the files say is compared
 * once; what the program has written, whenever it is asked for.
 */
final class Comparison {
  private final ProgramImage image;
  private final Candidate candidate;
  private final InitialImage before;
  private final InitialImage after;
  private final DataSymbols old;
  private final DataSymbols next;
  private final FunctionMatch match;
  private final boolean slotsStay;
  private final List<Place> needed;
  private final List<SymbolChange> fixed = new ArrayList<>();

  /**
   * @throws LinkException if the region of one of them cannot be filled
   */
  Comparison(ProgramImage image, Candidate candidate) throws LinkException {
    this.image = image;
    this.candidate = candidate;
    this.before = candidate.imageBefore();
    this.after = candidate.image();
    this.old = before.symbols();
    this.next = after.symbols();
    Place place = candidate.place();
    this.match = new FunctionMatch(place.module(), candidate.own().module());
    boolean sameSize = place.slots().equals(candidate.own().slots());
    if (sameSize) {
      match.matchSlots(place.slots(), before, after);
    }
    this.slotsStay = sameSize && match.haveSameSlots(place.slots(), before, after);
    UsedSymbols used = new UsedSymbols(image.resolution(), place);
    fixed.addAll(new ExportComparison(candidate, used).changes());
    NeedComparison needs = new NeedComparison(image, candidate);
    fixed.addAll(needs.changes());
    this.needed = needs.places();
    fixed.addAll(new ThreadDataComparison(candidate, before, after).changes());
  }

  FunctionMatch match() {
    return match;
  }

  /** What the new library needs, in its order. */
  List<Place> needed() {
    return needed;
  }

  InitialImage before() {
    return before;
  }

  InitialImage after() {
    return after;
  }

  DataSymbols symbolsBefore() {
    return old;
  }

  DataSymbols symbolsAfter() {
    return next;
  }

  /** Whether each function keeps its slot. */
  boolean slotsStay() {
    return slotsStay;
  }

  /** What the program has written until this moment. */
  Written written() {
    DataRegion data = candidate.place().data();
    byte[] now = new byte[(int) data.size()];
    image.space().memory().read(data.address(), now, 0, now.length);
    return new Written(before, now);
  }

  /** What becomes of each symbol, as things are. */
  ReplacementPlan plan(Written written) {
    Layout layout = staysInPlace(written) ? Layout.SAME : Layout.MOVED;
    List<SymbolChange> changes = new ArrayList<>(fixed);
    changes.addAll(
        new DataComparison(candidate, old, next, written, layout)
            .changes(new UsedSymbols(image.resolution(), candidate.place())));
    if (layout == Layout.MOVED) {
      privateData(written).ifPresent(changes::add);
      threadData().ifPresent(changes::add);
    }
    changes.sort(Comparator.comparing(SymbolChange::effect));
    return new ReplacementPlan(
        candidate.place().library(), candidate.own().library(), layout, changes);
  }

  /**
   * Whether all data can stay: where the same region has the same symbols at the same offsets, and
   * what differs in it at first, the program has not written. It is a constant then.
   */
  private boolean staysInPlace(Written written) {
    DataRegion data = candidate.place().data();
    return data.equals(candidate.own().data())
        && data.address() % candidate.own().occupant().memoryInfo().memoryAlignment() == 0
        && old.byName().equals(next.byName())
        && hasSameBorder()
        && written.words().noneMatch(offset -> isInConflict(written, offset));
  }

  // Behind it are the variables that have no first value.
  private boolean hasSameBorder() {
    return InitialData.end(candidate.place().module()) == InitialData.end(candidate.own().module())
        && end(before.bytes()) == end(after.bytes());
  }

  private static int end(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return end;
  }

  private boolean isInConflict(Written written, int offset) {
    return !RegionWords.areEqual(before.bytes(), after.bytes(), offset)
        && written.has(offset)
        && old.at(offset).isEmpty()
        && !isSameAddress(offset);
  }

  /** Whether linking writes an address there in both: of a function that got another slot. */
  boolean isSameAddress(int offset) {
    return before.isAddress(offset) && after.isAddress(offset);
  }

  private Optional<SymbolChange> privateData(Written written) {
    if (Hooks.areIn(candidate)) {
      return Optional.empty();
    }
    List<Integer> offsets =
        written.words().filter(each -> isPrivate(each) && written.has(each)).boxed().toList();
    if (offsets.isEmpty()) {
      return Optional.empty();
    }
    String where = String.format("0x%x", offsets.get(0));
    String behind = old.before(offsets.get(0)).map(symbol -> " behind " + symbol.name()).orElse("");
    String detail =
        offsets.size() * RegionWords.SIZE
            + " bytes written that have no exported name, the first at offset "
            + where
            + behind
            + ": needs "
            + AbiNames.SAVE
            + " in the old library and "
            + AbiNames.RESTORE
            + " in the new";
    return Optional.of(new SymbolChange(Effect.REFUSED, "private data", detail));
  }

  private boolean isPrivate(int offset) {
    return old.at(offset).isEmpty();
  }

  private Optional<SymbolChange> threadData() {
    long size = before.number(AbiNames.TLS_SIZE);
    boolean isSame = image.threads().areShared() && size == after.number(AbiNames.TLS_SIZE);
    return isSame && size > 0
        ? Optional.of(
            new SymbolChange(
                Effect.REFUSED, "thread-local data", "stays only where all data stays"))
        : Optional.empty();
  }
}
