package org.dylink.bnd.check;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.dylink.binding.BindingException;
import org.dylink.binding.shape.InterfaceShape;
import org.dylink.bnd.InterfaceCheck;
import org.dylink.format.FunctionType;
import org.dylink.format.WasmModule;
import org.dylink.linker.Symbol;

/** Holds an interface against libraries as binding does, and finds it wrong in the same words. */
public final class ShapeCheck implements InterfaceCheck {
  /** Made by {@code ServiceLoader}. */
  public ShapeCheck() {}

  @Override
  public Optional<String> problem(Class<?> type, List<WasmModule> libraries) {
    try {
      InterfaceShape.of(type)
          .check(libraries.get(0).name(), name -> typeOf(name, libraries), () -> names(libraries));
      return Optional.empty();
    } catch (BindingException | IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static String names(List<WasmModule> libraries) {
    return libraries.stream().map(WasmModule::name).collect(joining(", "));
  }

  private static Optional<FunctionType> typeOf(String function, List<WasmModule> libraries) {
    return libraries.stream()
        .flatMap(
            library ->
                Symbol.definition(library, function, Symbol.Kind.FUNCTION).stream()
                    .filter(export -> !Symbol.flagsOf(library, export).isHidden()))
        .map(export -> (FunctionType) export.type())
        .findFirst();
  }
}
