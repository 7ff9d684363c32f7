package org.dylink.linker.link.host;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.Function;
import org.dylink.engine.host.Granted;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.Import;
import org.dylink.linker.link.parts.Place;

/**
 * The host libraries of one program, opened when the first import asks for them: by its module's
 * name, or, in the module of a library that is the host's, for that library itself.
 */
public final class HostModules implements AutoCloseable {
  private final boolean hasThreads;
  private final FunctionMaker maker;
  private final java.util.function.Function<String, Optional<HostLibrary>> hosts;
  private final Guest guest;
  private final Map<String, Optional<HostInstance>> byName = new LinkedHashMap<>();
  private final IdentityHashMap<HostLibrary, HostInstance> opened = new IdentityHashMap<>();
  private final List<HostInstance> open = new ArrayList<>();
  // Of plain modules that have a memory: what a host function sees must be theirs.
  private final IdentityHashMap<Place, HostModules> own = new IdentityHashMap<>();
  private final Map<HostFunction, Function> functions = new LinkedHashMap<>(); // as called first

  /**
   * @param hasThreads whether several threads of the program may call
   */
  public HostModules(
      boolean hasThreads,
      FunctionMaker maker,
      java.util.function.Function<String, Optional<HostLibrary>> hosts,
      Guest guest) {
    this.hasThreads = hasThreads;
    this.maker = maker;
    this.hosts = hosts;
    this.guest = guest;
  }

  /** Gives a plain module host libraries of its own, which see its memory, if it has one. */
  public void addOwn(Place module) {
    if (!module.module().memories().isEmpty()) {
      own.put(module, new HostModules(hasThreads, maker, hosts, new PlainGuest(module, guest)));
    }
  }

  /** Adds functions of the linker's own, which no service can replace. */
  public void addBuiltIn(String module, HostInstance instance) {
    byName.put(module, Optional.of(instance));
    open.add(instance);
  }

  /** What serves an import module's name; empty for the linker's own. */
  public synchronized Optional<HostLibrary> library(String module) {
    Optional<HostInstance> instance = instance(module);
    return opened.entrySet().stream()
        .filter(each -> instance.equals(Optional.of(each.getValue())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  boolean has(String module) {
    return instance(module).isPresent();
  }

  synchronized Optional<HostFunction> find(String module, String name) {
    return instance(module).flatMap(instance -> instance.function(name));
  }

  /** What the import of a library means. */
  synchronized Optional<HostFunction> find(Place importer, Import entry) {
    Optional<HostLibrary> host = importer.library().host();
    return host.isPresent()
        ? instance(host.get()).function(entry.name())
        : of(importer).find(entry.module(), entry.name());
  }

  /**
   * What an import from {@code env} means to a module that is no part of the program's C: a
   * function of the host's, or what its toolchain takes for granted.
   */
  Optional<HostFunction> findForPlain(Place importer, Import entry) {
    HostModules hosts = of(importer);
    return hosts
        .find(entry.module(), entry.name())
        .filter(given -> given.type().equals(entry.type()))
        .or(() -> hosts.instance(Toolchains.ENV).function(entry.name()))
        .filter(found -> found.type().equals(entry.type()));
  }

  private HostModules of(Place importer) {
    return own.getOrDefault(importer, this);
  }

  /** The function for the engine; one object per function, so that function pointers are equal. */
  public synchronized Function function(String name, HostFunction function) {
    return functions.computeIfAbsent(function, f -> maker.newFunction(name, f));
  }

  /** Closes what a library of the host's had, unless it serves an import module's name too. */
  public void release(Place library) {
    HostInstance instance = library.library().host().map(opened::get).orElse(null);
    if (instance != null && !byName.containsValue(Optional.of(instance))) {
      opened.values().remove(instance);
      open.remove(instance);
      library
          .library()
          .symbols()
          .forEach(s -> instance.function(s.name()).ifPresent(functions::remove));
      instance.close();
    }
  }

  @Override
  public void close() {
    List<HostInstance> instances = new ArrayList<>(open);
    own.values().forEach(each -> instances.addAll(each.open));
    own.clear();
    open.clear();
    opened.clear();
    byName.clear();
    RuntimeException failure = null;
    for (HostInstance instance : instances) {
      try {
        instance.close();
      } catch (RuntimeException e) {
        // The others hold files too: they are closed before anybody hears of it.
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private Optional<HostInstance> instance(String module) {
    Optional<HostInstance> known = byName.get(module);
    if (known == null) {
      known = hosts.apply(module).or(() -> Toolchains.named(module)).map(this::instance);
      byName.put(module, known);
    }
    return known;
  }

  /**
   * What host libraries keep of the program that a copy of it would lack; empty if nothing. Of
   * those that the guest has not called yet a copy gets new ones, which are as good.
   */
  public synchronized Optional<String> keeps() {
    for (Map.Entry<HostLibrary, HostInstance> each : called()) {
      HostLibrary host = each.getKey();
      Optional<String> kept = host.isStateless() ? Optional.empty() : each.getValue().keeps();
      if (kept.isPresent()) {
        return Optional.of("host library " + host.moduleName() + ": " + kept.get());
      }
    }
    return Optional.empty();
  }

  private List<Map.Entry<HostLibrary, HostInstance>> called() {
    return functions.entrySet().stream()
        .flatMap(each -> owner(each.getValue().name(), each.getKey()).stream())
        .distinct()
        .toList();
  }

  /**
   * What the functions have looked at that the guest has called, or has an address of.
   *
   * @return empty if one of them has done more than look, or does not tell
   */
  public synchronized Optional<Set<Granted>> looksAt() {
    Set<Granted> all = EnumSet.noneOf(Granted.class);
    for (Map.Entry<HostFunction, Function> each : functions.entrySet()) {
      Optional<Set<Granted>> own = looksAt(each.getValue().name(), each.getKey());
      if (own.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(own.get());
    }
    return Optional.of(all);
  }

  /** The functions that the guest has called, or has an address of. */
  public synchronized List<HostCall> calls() {
    List<HostCall> calls = new ArrayList<>();
    functions.forEach(
        (function, own) ->
            owner(own.name(), function)
                .map(owner -> new HostCall(owner.getKey().moduleName(), own.name()))
                .ifPresent(calls::add));
    return calls;
  }

  /** The first function that was called and does more than look; empty if there is none. */
  public synchronized Optional<HostCall> unlike() {
    return functions.entrySet().stream()
        .filter(each -> looksAt(each.getValue().name(), each.getKey()).isEmpty())
        .findFirst()
        .map(each -> call(each.getValue().name(), each.getKey()));
  }

  private HostCall call(String name, HostFunction function) {
    String module =
        owner(name, function).map(owner -> owner.getKey().moduleName()).orElse("the linker");
    return new HostCall(module, name);
  }

  /** What a function looks at; empty if the program has no such, or it does more. */
  public synchronized Optional<Set<Granted>> looksAt(HostCall call) {
    return opened.keySet().stream()
        .filter(host -> host.moduleName().equals(call.module()))
        .findFirst()
        .flatMap(host -> host.looksAt(call.function()));
  }

  /**
   * The random bytes that host libraries have given out.
   *
   * @return empty if they are many, or one does not tell
   */
  public synchronized Optional<byte[]> random() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (HostInstance each : givers()) {
      Optional<byte[]> own = each.random();
      if (own.isEmpty()) {
        return Optional.empty();
      }
      all.writeBytes(own.get());
    }
    return Optional.of(all.toByteArray());
  }

  private List<HostInstance> givers() {
    return functions.entrySet().stream()
        .filter(each -> givesRandom(each.getValue().name(), each.getKey()))
        .flatMap(each -> owner(each.getValue().name(), each.getKey()).stream())
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  private boolean givesRandom(String name, HostFunction function) {
    return looksAt(name, function).filter(all -> all.contains(Granted.RANDOM)).isPresent();
  }

  private Optional<Set<Granted>> looksAt(String name, HostFunction function) {
    return owner(name, function).flatMap(owner -> owner.getKey().looksAt(name));
  }

  private Optional<Map.Entry<HostLibrary, HostInstance>> owner(String name, HostFunction function) {
    return opened.entrySet().stream()
        .filter(each -> each.getValue().function(name).equals(Optional.of(function)))
        .findFirst();
  }

  private HostInstance open(HostLibrary host) {
    HostInstance instance = host.open(guest);
    return hasThreads && !host.isForThreads() ? new OneAtATime(instance) : instance;
  }

  // One for each program, under whatever names it serves: it may have a state.
  private HostInstance instance(HostLibrary host) {
    HostInstance instance = opened.get(host);
    if (instance == null) {
      instance = open(host);
      opened.put(host, instance);
      open.add(instance);
    }
    return instance;
  }
}
