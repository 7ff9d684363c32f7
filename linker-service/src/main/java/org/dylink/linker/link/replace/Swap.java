package org.dylink.linker.link.replace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.CodeHold;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.TrapKind;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.ReplacementPlan.Layout;
import org.dylink.linker.TableRegion;
import org.dylink.linker.link.bind.TrapFunction;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.LinkState;
import org.dylink.linker.link.parts.Occupant;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Resolution;
import org.dylink.linker.link.space.AddressSpace;

/**
 * Puts a library that was compared into the place of the other, while no thread is in that. Each
 * step notes how it is taken back; nothing is seen by calls before the hold ends.
 */
final class Swap {
  private final ProgramImage image;
  private final Candidate candidate;
  private final Comparison comparison;
  private final CodeHold hold;
  private final Place place;
  private final Occupant old;
  private final AddressSpace space;
  private final Undo undo = new Undo();

  Swap(ProgramImage image, Candidate candidate, Comparison comparison, CodeHold hold) {
    this.image = image;
    this.candidate = candidate;
    this.comparison = comparison;
    this.hold = hold;
    this.place = candidate.place();
    this.old = place.occupant();
    this.space = image.space();
  }

  /**
   * Does all of it, or nothing.
   *
   * @param isStill whether no other thread runs guest code
   */
  void run(ReplacementPlan plan, Written written, boolean isStill) throws LinkException {
    boolean done = false;
    space.beginNoting();
    undo.add(space::forgetNoted);
    try {
      if (plan.layout() == Layout.SAME) {
        exchangeCode(written);
      } else {
        new DataMove(image, candidate, comparison, this, undo).run(written, isStill);
      }
      publish();
      done = true;
    } finally {
      if (!done) {
        undo.run();
      }
    }
  }

  private void exchangeCode(Written written) throws LinkException {
    if (comparison.slotsStay()) {
      candidate.put(place.data(), place.slots());
    } else {
      candidate.put(place.data(), newSlots());
    }
    Instance instance = makeInstance();
    instance.takeOver(!comparison.slotsStay());
    stand(instance);
    // Looked at again only if some address is another one than when the two were compared.
    boolean isKnown = comparison.slotsStay() && !image.binder().hasUnsettled();
    fillAddresses();
    InitialImage linked = isKnown ? comparison.after() : candidate.image();
    linked.copyGlobals(instance);
    writeConstants(written, linked);
    ready();
  }

  /** Slots for a library whose functions have others than before; the old ones stay, too. */
  TableRegion newSlots() throws LinkException {
    TableRegion slots =
        space.reserveSlots(candidate.own().name(), candidate.own().occupant().memoryInfo());
    undo.add(() -> space.giveBack(slots));
    return slots;
  }

  /** An instance that has the functions of the other, and is not initialized. */
  Instance makeInstance() throws LinkException {
    undo.add(image.binder()::forgetUnsettled);
    Instance instance = candidate.instantiate();
    Map<Integer, Integer> indexes = new HashMap<>(comparison.match().indexes());
    hold.replace(instance, indexes);
    return instance;
  }

  /** Lets the new library stand in the place, with an instance whose globals are there. */
  void stand(Instance instance) {
    Occupant next = candidate.own().occupant();
    next.setCompiled(candidate.compiled());
    next.setInstance(instance);
    DataRegion data = place.data();
    TableRegion slots = place.slots();
    List<Integer> onDemand = List.copyOf(place.slotsOnDemand());
    place.exchange(next);
    place.put(candidate.own().data(), candidate.own().slots());
    if (!slots.equals(place.slots())) {
      for (long slot = slots.first(); slot < slots.end(); slot++) {
        place.slotsOnDemand().add((int) slot);
      }
    }
    undo.add(
        () -> {
          place.exchange(old);
          place.put(data, slots);
          place.slotsOnDemand().clear();
          place.slotsOnDemand().addAll(onDemand);
        });
  }

  /** Lets all that the new library imports be there. */
  void fillAddresses() throws LinkException {
    image.binder().bindSlots();
    if (!comparison.slotsStay()) {
      space.noteAddresses(place);
    }
    image.binder().fillOffsets();
  }

  private void ready() {
    place.occupant().enter(LinkState.STARTED);
    place.occupant().enter(LinkState.RELOCATED);
    place.occupant().enter(LinkState.CONSTRUCTED);
  }

  /** What the program has not written is the library's: constants, and addresses of functions. */
  private void writeConstants(Written written, InitialImage linked) {
    Patches patches = new Patches(space.memory(), place.data(), undo);
    byte[] first = comparison.before().bytes();
    written
        .words()
        .filter(offset -> !RegionWords.areEqual(first, linked.bytes(), offset))
        .filter(offset -> !written.has(offset))
        .filter(offset -> isTheLibrarys(offset))
        .forEach(offset -> patches.write(offset, linked.bytes()));
  }

  private boolean isTheLibrarys(int offset) {
    return comparison.symbolsBefore().at(offset).isEmpty() || comparison.isSameAddress(offset);
  }

  private void publish() throws LinkException {
    Instance before = old.exports().instance();
    if (image.threads().areShared()) {
      Resolution next = image.resolution().replaced(place, candidate.bounds());
      Instance now = place.occupant().exports().instance();
      image.arrival().replace(place, before, candidate.imports(), now, next);
    }
    image.binder().settleOffsets();
    hold.keep(standIns());
    image.replaceResolved(place, candidate.bounds());
    place.dependencies().clear();
    place.dependencies().addAll(comparison.needed());
    space.keepNoted();
    image.binder().callers().noteBound(place);
  }

  private Map<Function, Function> standIns() {
    Map<Function, Function> standIns = new HashMap<>();
    for (Function each : hold.functions()) {
      int index = each.origin().orElseThrow().index();
      if (!comparison.match().indexes().containsKey(index)) {
        Function gone = gone(each);
        standIns.put(each, gone);
        space.standIn(each, gone);
      }
    }
    return standIns;
  }

  private Function gone(Function function) {
    String message = place + ": function " + function.name() + " is gone: the library was replaced";
    return TrapFunction.create(
        image.engine(), function.name(), function.type(), TrapKind.UNINITIALIZED_ELEMENT, message);
  }
}
