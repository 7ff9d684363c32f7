package org.dylink.linker.link.resolve;

import static org.dylink.linker.testing.Bindings.lines;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.DylinkBuilder.HIDDEN;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.testing.Bindings;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

class BindingPreviewTest {
  private static final String SIGNATURE = "() -> i32";

  private final Library foo = library(constant(shared("foo.so"), "f", 1));

  @Test
  void tellsWhatIsDefinedThenWhatIsUsed() {
    ModuleBuilder builder = shared("main.wasm", "foo.so").importFunction("env", "f", SIGNATURE);
    builder.importFunction("wasi_snapshot_preview1", "sched_yield", SIGNATURE);
    builder.importFunction("dylink", "close", "(i32) -> i32");
    importData(importAddress(builder, "gone"), "__stack_high");
    Library main = library(constant(builder, "own", 2));

    assertEquals(
        List.of(
            "function own: main.wasm, used by ",
            "function f: foo.so, used by main.wasm",
            "function sched_yield: host wasi_snapshot_preview1, used by main.wasm",
            "function close: linker, used by main.wasm",
            "function gone: -, used by main.wasm",
            "data __stack_high: linker, used by main.wasm"),
        lines(BindingPreview.of(List.of(main, foo), List.of())));
  }

  @Test
  void theUsersAreThoseOfAllPrograms() {
    Library one = library(shared("one.wasm", "foo.so").importFunction("env", "f", SIGNATURE));
    Library two = library(shared("two.wasm", "mid.so"));
    Library mid = library(shared("mid.so", "foo.so").importFunction("env", "f", SIGNATURE));

    assertEquals(
        List.of("function f: foo.so, used by one.wasm, mid.so"),
        lines(BindingPreview.of(List.of(foo), List.of(List.of(one, foo), List.of(two, mid, foo)))));
  }

  @Test
  void aUserOfAnotherDefinitionIsNone() {
    Library one = library(constant(shared("one.wasm", "foo.so"), "f", 5));
    Library user = library(shared("user.so").importFunction("env", "f", SIGNATURE));

    assertEquals(
        List.of("function f: foo.so, used by "),
        lines(BindingPreview.of(List.of(foo), List.of(List.of(one, user, foo)))));
  }

  @Test
  void aLibraryMayUseItsOwnSymbols() {
    Library self =
        library(constant(shared("self.so").importFunction("env", "f", SIGNATURE), "f", 1));

    assertEquals(
        List.of("function f: self.so, used by self.so"),
        lines(BindingPreview.of(List.of(self), List.of())));
  }

  @Test
  void hiddenSymbolsAreTheirOwnLibrarysOnly() {
    Library hiding =
        library(constant(shared("hiding.so", dylink().exportInfo("f", HIDDEN)), "f", 1));
    Library main = library(shared("main.wasm").importFunction("env", "f", SIGNATURE));

    assertEquals(
        List.of("function f: -, used by main.wasm"),
        lines(BindingPreview.of(List.of(main, hiding), List.of())));
  }

  @Test
  void aSymbolThatIsImportedAndExportedAgainIsAnothers() {
    ModuleBuilder forward = shared("forward.so").importFunction("env", "f", SIGNATURE);
    Library forwarding = library(forward.exportFunction("f", "env.f"));

    assertEquals(
        List.of("function f: foo.so, used by forward.so"),
        lines(BindingPreview.of(List.of(forwarding, foo), List.of())));
  }

  @Test
  void typesAndFlagsAreThoseOfTheLibraryWhoseListItIs() {
    ModuleBuilder builder =
        shared("main.wasm", dylink().importInfo("env", "f", WEAK).exportInfo("own", WEAK));
    importAddress(builder.importFunction("env", "f", SIGNATURE), "gone");
    Library main = library(constant(builder, "own", 1));

    List<SymbolBinding> bindings = BindingPreview.of(List.of(main, foo), List.of());

    assertTrue(Bindings.of("f", bindings).flags().isWeak());
    assertTrue(Bindings.of("own", bindings).flags().isWeak());
    assertEquals(SIGNATURE, Bindings.of("own", bindings).type().orElseThrow().toString());
    assertEquals(Optional.empty(), Bindings.of("gone", bindings).type());
  }

  private static Library library(ModuleBuilder builder) {
    return TestLibrary.of(builder);
  }
}
