package org.dylink.linker.link.resolve;

import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.Function;
import org.dylink.engine.host.HostFunction;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.SymbolScope;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;

class ResolutionTest {
  private static final String SIGNATURE = "() -> i32";
  private static final HostFunction JAVA = host();

  private final Place foo = loaded(data(constant(shared("foo.so"), "f", 1), "x", 0));

  @Test
  void saysOfEachImportWhatItIsBoundTo() {
    ModuleBuilder builder =
        shared("main.wasm", dylink().importInfo("GOT.mem", "gone", WEAK).needed("foo.so"))
            .importFunction("env", "f", SIGNATURE)
            .importFunction("env", "java", SIGNATURE)
            .importFunction("env", "lazy", SIGNATURE)
            .importFunction("host", "java", SIGNATURE)
            .importTag("env", "__cpp_exception", "(i32) -> ()");
    importData(importAddress(builder, "f", "java"), "x", "__heap_base", "gone");
    Place main = loaded(builder);

    Resolution resolution = resolve(false, main, foo);

    Bound function = definition(foo, "f");
    Bound java = new Bound.Host("env", JAVA);
    assertEquals(
        Arrays.asList(
            Bound.Own.MEMORY,
            Bound.Own.TABLE,
            Bound.Own.STACK_POINTER,
            Bound.Own.MEMORY_BASE,
            Bound.Own.TABLE_BASE,
            function,
            java,
            Bound.Undefined.NOBODY,
            new Bound.Host("host", JAVA),
            Bound.Own.TAG,
            function,
            java,
            definition(foo, "x"),
            Bound.Own.ADDRESS,
            Bound.Undefined.NOBODY),
        resolution.of(main));
    assertEquals(List.of(foo, foo, foo), resolution.definers(main).toList());
    assertEquals(List.of(), resolution.problems());
  }

  @Test
  void problemsStandBesideWhatIsMissingAndWhatDoesNotFit() {
    ModuleBuilder builder =
        shared("main.wasm")
            .importFunction("env", "lazy", SIGNATURE)
            .importFunction("env", "f", "() -> ()")
            .importFunction("other", "g", SIGNATURE);
    Place main = loaded(builder);

    Resolution resolution = resolve(true, main, foo);

    List<Bound> bounds = resolution.of(main);
    assertEquals(
        List.of(Bound.Missing.MISSING, definition(foo, "f"), Bound.Missing.MISSING),
        bounds.subList(5, bounds.size()));
    List<String> messages =
        List.of(
            "main.wasm: undefined function lazy: searched main.wasm, foo.so",
            "main.wasm: import env.f: signature mismatch: expected () -> (), foo.so has () -> i32",
            "main.wasm: import other.g: no host library and no module provides other");
    assertEquals(messages, resolution.problems().stream().map(Problem::message).toList());
    LinkException thrown = assertThrows(LinkException.class, resolution::withoutProblems);
    assertEquals(messages, thrown.problems().stream().map(Problem::message).toList());
  }

  @Test
  void isEqualToAnotherOneOfTheSameLibraries() {
    Place main = loaded(shared("main.wasm", "foo.so").importFunction("env", "f", SIGNATURE));

    Resolution first = resolve(false, main, foo);
    Resolution second = resolve(false, main, foo);

    assertEquals(first, second);
    assertEquals(first.hashCode(), second.hashCode());
    assertNotEquals(first, resolve(false, main));
  }

  @Test
  void oneDefinitionIsOneObjectForAllOfItsUsers() {
    Place main = loaded(shared("main.wasm").importFunction("env", "f", SIGNATURE));
    Place user = loaded(shared("user.so").importFunction("env", "f", SIGNATURE));

    Resolution resolution = resolve(false, main, user, foo);

    assertEquals(1, identities(resolution.of(main).get(5), resolution.of(user).get(5)));
  }

  @Test
  void whatNobodyDefinedIsFoundInALibraryThatBecomesGlobalAndHoldsNobody() {
    Place main = loaded(shared("main.wasm").importFunction("env", "f", SIGNATURE));
    List<Place> global = new ArrayList<>(List.of(main));
    main.setScope(new SymbolScope(global));
    Resolution before = Resolver.of(List.of(main), new FakeOutside(), false);

    global.add(foo);
    Resolution after = Resolver.again(before);

    assertEquals(new Bound.Undefined(definition(foo, "f")), after.of(main).get(5));
    assertEquals(List.of(), after.definers(main).toList());
    assertNotEquals(before, after);
    global.remove(foo);
    assertEquals(before, Resolver.again(after));
  }

  @Test
  void doesNotChangeAnymoreWhatIsBound() {
    Place main = loaded(shared("main.wasm").importFunction("env", "f", SIGNATURE));
    Place other = loaded(constant(shared("other.so"), "f", 2));
    List<Place> global = new ArrayList<>(List.of(main, foo));
    main.setScope(new SymbolScope(global));
    Resolution before = Resolver.of(List.of(main), new FakeOutside(), false);

    global.add(1, other);

    assertEquals(before, Resolver.again(before));
  }

  @Test
  void takesInWhatComesAndLeavesOutWhatGoes() {
    Place main = loaded(shared("main.wasm"));
    Place later = loaded(shared("later.so").importFunction("env", "f", SIGNATURE));
    Resolution start = resolve(false, main);
    Resolution opened = resolve(false, later, foo);

    Resolution both = start.and(opened);

    assertEquals(opened.of(later), both.of(later));
    assertEquals(start, both.without(Set.of(later, foo)));
    assertEquals(List.of(), start.of(later), "the first is as it was");
  }

  private static long identities(Object... objects) {
    return Arrays.stream(objects).map(System::identityHashCode).distinct().count();
  }

  private static Resolution resolve(boolean bindNow, Place... modules) {
    SymbolScope scope = new SymbolScope(List.of(modules));
    List.of(modules).forEach(module -> module.setScope(scope));
    return Resolver.of(List.of(modules), new FakeOutside(), bindNow);
  }

  private static Definition definition(Place module, String symbol) {
    return new Definition(module, module.module().export(symbol).orElseThrow());
  }

  private static Place loaded(ModuleBuilder module) {
    return new Place(TestLibrary.of(module), null);
  }

  private static HostFunction host() {
    FunctionType type = Signature.of(SIGNATURE);
    return new HostFunction(type, MethodHandles.empty(Function.methodType(type)));
  }

  /** A host that has one function, {@code java}, in {@code env} and in {@code host}. */
  private static final class FakeOutside implements Outside {
    @Override
    public boolean has(String module) {
      return module.equals("host");
    }

    @Override
    public Optional<Bound> find(Place user, Import entry) {
      return entry.module().equals("host") ? java("host", entry.name()) : Optional.empty();
    }

    @Override
    public Optional<Bound> inEnv(String symbol) {
      return java("env", symbol);
    }

    @Override
    public Optional<Bound> givenEnv(String symbol) {
      return Optional.empty();
    }

    @Override
    public Optional<Bound> inEnvOfPlain(Place user, Import entry) {
      return Optional.empty();
    }

    private static Optional<Bound> java(String module, String symbol) {
      return Optional.of(symbol).filter("java"::equals).map(s -> new Bound.Host(module, JAVA));
    }
  }
}
