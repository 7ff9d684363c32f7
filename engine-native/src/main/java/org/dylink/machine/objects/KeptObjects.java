package org.dylink.machine.objects;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.CompiledForm;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.format.WasmModule;

/** Code that is in one of several places, or is made where a compiler is installed. */
public final class KeptObjects implements ObjectSource {
  /** Makes code. */
  @FunctionalInterface
  public interface Maker {
    /** Makes nothing. */
    Maker NONE = (module, why) -> Optional.of(why + "; no compiler is installed");

    /**
     * Makes what is in no place, now or later.
     *
     * @param why it is in none
     * @return why it still is not there; empty if it is now
     */
    Optional<String> make(WasmModule module, String why);

    /** What {@link #make} would return, but that nothing is made. */
    default Optional<String> outlook(WasmModule module, String why) {
      return make(module, why);
    }

    /** Why nothing that is made can be kept; empty if it can, or if nothing is made. */
    default Optional<String> problem() {
      return Optional.empty();
    }
  }

  private final List<ObjectPlace> places;
  private final Maker maker;
  private final String none;

  // Asked for at each link of a program, and read once.
  private final Map<String, SoftReference<MachineObject>> known = new ConcurrentHashMap<>();

  /**
   * @param places where it may be, in the order in which they are asked
   * @param target the platform, for messages
   */
  public KeptObjects(List<ObjectPlace> places, String target, Maker maker) {
    this.places = List.copyOf(places);
    this.maker = maker;
    this.none = "there is none for " + target;
  }

  @Override
  public Optional<String> missing(WasmModule module) {
    Optional<String> missing = look(module);
    Optional<String> still = missing.flatMap(why -> maker.make(module, why));
    return missing.isPresent() && still.isEmpty() ? look(module) : still;
  }

  @Override
  public Optional<String> outlook(WasmModule module) {
    return look(module).flatMap(why -> maker.outlook(module, why));
  }

  @Override
  public Optional<String> problem() {
    return maker.problem();
  }

  @Override
  public List<CompiledForm> forms(WasmModule module) {
    return places.stream().flatMap(place -> place.forms(module).stream()).toList();
  }

  private Optional<String> look(WasmModule module) {
    if (known(module).isPresent()) {
      return Optional.empty();
    }
    List<String> refused = new ArrayList<>();
    for (ObjectPlace place : places) {
      try {
        Optional<MachineObject> object = place.find(module);
        if (object.isPresent()) {
          known.put(module.digest(), new SoftReference<>(object.get()));
          return Optional.empty();
        }
      } catch (UnfitObjectException e) {
        refused.add(e.getMessage());
      }
    }
    return Optional.of(refused.isEmpty() ? none : String.join("; ", refused));
  }

  private Optional<MachineObject> known(WasmModule module) {
    return Optional.ofNullable(known.get(module.digest())).map(SoftReference::get);
  }

  @Override
  public MachineObject get(WasmModule module) throws InvalidModuleException {
    Optional<String> missing = look(module);
    Optional<MachineObject> object = known(module);
    if (object.isEmpty()) {
      String why = missing.orElse("it went while the module was loaded");
      throw InvalidModuleException.unsupported(module.name(), "no machine code: " + why, null);
    }
    return object.get();
  }
}
