package org.dylink.spectest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.Import;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;

/** The instances of one script, made through the seam. */
final class Instances {
  private final Engine engine;
  private final Map<String, Function<String, Optional<Extern>>> registered = new HashMap<>();
  private final Map<String, Instance> named = new HashMap<>();
  private final Map<String, CompiledModule> definitions = new HashMap<>();
  private Instance latest;
  private CompiledModule latestDefinition;

  Instances(Engine engine) {
    this.engine = engine;
    Map<String, Extern> spectest = SpectestModule.create(engine);
    registered.put(SpectestModule.NAME, export -> Optional.ofNullable(spectest.get(export)));
  }

  CompiledModule compile(String name, byte[] bytes)
      throws MalformedModuleException, InvalidModuleException {
    return engine.compile(WasmModule.read(name, bytes));
  }

  /**
   * Binds the imports.
   *
   * @throws IllegalArgumentException if an import is missing or of another type
   */
  Instance link(CompiledModule module) {
    List<Extern> imports = new ArrayList<>();
    for (Import entry : module.module().imports()) {
      imports.add(find(entry));
    }
    return module.instantiate(imports, InstanceLimits.NONE);
  }

  /** Keeps a module of which instances are made later. */
  void define(Optional<String> name, CompiledModule module) {
    latestDefinition = module;
    name.ifPresent(n -> definitions.put(n, module));
  }

  CompiledModule definition(Optional<String> name) throws FailedCommand {
    CompiledModule module = name.isPresent() ? definitions.get(name.get()) : latestDefinition;
    if (module == null) {
      throw new FailedCommand("no definition " + name.orElse("") + ": its module failed");
    }
    return module;
  }

  /** Makes an instance the latest, and known by a name where it has one. */
  void add(Optional<String> name, Instance instance) {
    latest = instance;
    name.ifPresent(n -> named.put(n, instance));
  }

  /** What comes next must not act on the instance before. */
  void forgetLatest(Optional<String> name) {
    latest = null;
    name.ifPresent(named::remove);
  }

  void register(String as, Instance instance) {
    registered.put(as, instance::export);
  }

  Instance get(Optional<String> name) throws FailedCommand {
    Instance instance = name.isPresent() ? named.get(name.get()) : latest;
    if (instance == null) {
      throw new FailedCommand("no instance " + name.orElse("") + ": its module failed");
    }
    return instance;
  }

  private Extern find(Import entry) {
    return Optional.ofNullable(registered.get(entry.module()))
        .flatMap(exports -> exports.apply(entry.name()))
        .orElseThrow(() -> new IllegalArgumentException("unknown import " + entry.qualifiedName()));
  }
}
