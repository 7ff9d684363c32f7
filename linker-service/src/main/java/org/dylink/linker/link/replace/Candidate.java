package org.dylink.linker.link.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Extern;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.MemoryInfo;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Symbol;
import org.dylink.linker.TableRegion;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.load.EngineDecision;
import org.dylink.linker.link.load.EngineSource.Needed;
import org.dylink.linker.link.load.ModuleRules;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.parts.SymbolScope;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.resolve.Resolver;

/**
 * A library that is to come into the place of another, as far as it can be made without anybody's
 * noticing: in a place of its own, which nobody else knows.
 */
final class Candidate {
  private final ProgramImage image;
  private final Place place;
  private final Place own;
  private final CompiledModule compiled;
  private final List<Bound> bounds;
  private List<Extern> imports = List.of();

  /**
   * Resolves and compiles a library.
   *
   * @param place where the other one stands
   * @throws LinkException with what keeps it from being linked
   */
  Candidate(ProgramImage image, Place place, Library next) throws LinkException {
    this.image = image;
    this.place = place;
    this.own = new Place(next, null);
    own.setScope(scope());
    MemoryInfo info = own.occupant().memoryInfo();
    put(
        new DataRegion(place.data().address(), info.memorySize()),
        new TableRegion(place.slots().first(), info.tableSize()));
    ModuleRules.check(List.of(own));
    ModuleRules.checkShared(List.of(own));
    EngineDecision.check(image.engine(), List.of(Needed.of(own)));
    this.bounds =
        inPlace(
            Resolver.of(List.of(own), image.outside(), image.request().bindNow())
                .withoutProblems()
                .of(own));
    this.compiled = compile();
  }

  /** The same libraries, itself in the place of the other. */
  private SymbolScope scope() {
    return new SymbolScope(
        place.scope().places().stream().map(each -> each == place ? own : each).toList());
  }

  private List<Bound> inPlace(List<Bound> found) {
    return found.stream().map(this::inPlace).toList();
  }

  private Bound inPlace(Bound bound) {
    return bound instanceof Definition definition && definition.place() == own
        ? new Definition(place, definition.export())
        : bound;
  }

  private CompiledModule compile() throws LinkException {
    try {
      return image.context().modules().compile(image.engine(), own.module());
    } catch (InvalidModuleException e) {
      throw problem(e.isUnsupported() ? Reason.UNSUPPORTED : Reason.MALFORMED, e);
    }
  }

  private LinkException problem(Reason reason, Exception cause) {
    Problem problem = new Problem(reason, own.name(), "", "", cause.getMessage());
    return new LinkException(List.of(problem), cause);
  }

  /** Where the other one stands. */
  Place place() {
    return place;
  }

  /** A place with the new library, in which its parts of memory and table are. */
  Place own() {
    return own;
  }

  CompiledModule compiled() {
    return compiled;
  }

  /** What its imports are bound to. */
  List<Bound> bounds() {
    return bounds;
  }

  /** What its last instance imports. */
  List<Extern> imports() {
    return imports;
  }

  /** Gives it other parts of memory and table. */
  void put(DataRegion data, TableRegion slots) {
    own.put(data, slots);
  }

  /** Makes the instance that others will call. */
  Instance instantiate() throws LinkException {
    imports = image.binder().bind(place, own, bounds);
    try {
      return compiled.instantiate(imports, InstanceLimits.NONE);
    } catch (EngineLimitException e) {
      throw problem(Reason.NO_SPACE, e);
    } catch (IllegalArgumentException e) {
      throw problem(Reason.TYPE_MISMATCH, e);
    }
  }

  /** Lets code be there for the functions that are in use, so that nobody waits for it later. */
  void prepare(Map<Integer, Integer> indexes) {
    place.occupant().exports().instance().prepareReplacement(compiled, indexes);
  }

  /** What its region would hold. */
  InitialImage image() throws LinkException {
    return InitialImage.of(image.engine(), own, compiled, pointers(own, bounds));
  }

  /** What the region of the other one held at first. */
  InitialImage imageBefore() throws LinkException {
    return imageOf(place);
  }

  /** What the region of any library held at first, with the addresses of this moment. */
  InitialImage imageOf(Place user) throws LinkException {
    CompiledModule module = user.occupant().compiled();
    List<Object> values = pointers(user, image.resolution().of(user));
    return InitialImage.of(image.engine(), user, module, values);
  }

  private List<Object> pointers(Place user, List<Bound> all) {
    List<Object> values = new ArrayList<>();
    List<Import> imports = user.module().imports();
    for (int i = 0; i < imports.size(); i++) {
      if (imports.get(i).type() instanceof GlobalType type) {
        values.add(value(user, imports.get(i), type, all.get(i)));
      }
    }
    return values;
  }

  private Object value(Place user, Import entry, GlobalType type, Bound bound) {
    if (bound instanceof Bound.Plain plain) {
      return plainValue(plain);
    } else if (user == own && isOwnData(entry, bound)) {
      return new InitialImage.OwnAddress(entry.name());
    }
    return Pointers.value(type.value(), pointer(user, entry, bound));
  }

  private boolean isOwnData(Import entry, Bound bound) {
    return entry.module().equals(AbiNames.GOT_MEM)
        && bound instanceof Definition found
        && found.place() == place
        && !Symbol.flagsOf(own.module(), found.export()).isThreadLocal();
  }

  private static Object plainValue(Bound.Plain plain) {
    return plain
        .module()
        .occupant()
        .exports()
        .own(plain.export().name(), Global.class)
        .orElseThrow()
        .get();
  }

  private long pointer(Place user, Import entry, Bound bound) {
    if (bound == Bound.Own.MEMORY_BASE) {
      return user.data().address();
    } else if (bound == Bound.Own.TABLE_BASE) {
      return user.slots().first();
    } else if (bound == Bound.Own.STACK_POINTER) {
      return image.space().stack().end();
    }
    Symbol.Kind kind =
        entry.module().equals(AbiNames.GOT_FUNC) ? Symbol.Kind.FUNCTION : Symbol.Kind.DATA;
    Place asking = user == own ? place : user;
    OptionalInt known = image.binder().address(entry.name(), kind, bound, asking);
    return Integer.toUnsignedLong(known.orElseGet(() -> newAddress(bound, kind)));
  }

  // Of a function that nobody has asked for the address of, it is not known before it has one.
  private int newAddress(Bound bound, Symbol.Kind kind) {
    boolean isData = bound instanceof Definition && kind == Symbol.Kind.DATA;
    return isData ? ((Definition) bound).address(image.threads().current()) : 0;
  }
}
