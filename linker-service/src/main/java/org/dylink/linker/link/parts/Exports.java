package org.dylink.linker.link.parts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.format.WasmModule;
import org.dylink.linker.abi.AbiNames;

/** What an instance of a library exports, and what the linker lets stand in for some of it. */
public final class Exports {
  private final Instance instance;
  private final Map<String, UnaryOperator<Function>> standIns = new HashMap<>();
  private final Map<String, Function> standing = new HashMap<>();

  Exports(Instance instance) {
    this.instance = instance;
  }

  public Instance instance() {
    return instance;
  }

  /** An export of some kind as the instance has it. */
  public <T extends Extern> Optional<T> own(String name, Class<T> kind) {
    return instance.export(name).filter(kind::isInstance).map(kind::cast);
  }

  /** A function. */
  public Optional<Function> function(String name) {
    Optional<Function> own = own(name, Function.class);
    UnaryOperator<Function> other = standIns.get(name);
    return other == null ? own : own.map(function -> standIn(name, function, other));
  }

  private Function standIn(String name, Function own, UnaryOperator<Function> other) {
    synchronized (standing) {
      return standing.computeIfAbsent(name, key -> other.apply(own));
    }
  }

  /**
   * Lets a function be another one for all who bind it or ask for its address.
   *
   * @param other makes it of the library's own, when somebody does
   */
  public void standIn(String name, UnaryOperator<Function> other) {
    standIns.put(name, other);
  }

  /** A global, once the instance is initialized. */
  public Optional<Global> global(String name) {
    return own(name, Global.class);
  }

  /**
   * The stack pointer of a module with a stack of its own, once it is started: exported, or as the
   * name section has it. Of a module without names it is not known.
   */
  public Optional<Global> ownStackPointer(WasmModule module) {
    OptionalInt index = module.globalNamed(AbiNames.STACK_POINTER);
    return global(AbiNames.STACK_POINTER)
        .or(() -> index.isPresent() ? instance.globalAt(index.getAsInt()) : Optional.empty())
        .filter(global -> Pointers.isVariable(global.type()));
  }
}
