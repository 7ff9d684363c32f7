package org.dylink.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.MemoryType;
import org.dylink.format.WasmModule;
import org.dylink.fuzz.BodyText.Piece;

/** Modules that a C compiler made, to take slices of. */
final class Seeds {
  private static final int MOST_FUNCTIONS = 4;

  private final List<ModuleCode> modules = new ArrayList<>();

  /** Those that are part of the project. */
  static Seeds ofProject() {
    Seeds seeds = new Seeds();
    seeds.addAll(Path.of("../example-bundles"));
    seeds.addAll(Path.of("../linker-service/src"));
    return seeds;
  }

  /** All modules of a folder that have functions of their own, and no threads. */
  void addAll(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Seeds::isModule).sorted().forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return modules.size();
  }

  private static boolean isModule(Path file) {
    boolean source = !file.toString().contains("target");
    return source && (file.toString().endsWith(".so") || file.toString().endsWith(".wasm"));
  }

  private void add(Path file) {
    try {
      WasmModule module =
          WasmModule.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      boolean shared = module.memories().stream().anyMatch(MemoryType::shared);
      if (!shared && module.functionCount() > importedFunctions(module)) {
        modules.add(ModuleCodeReader.read(module));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedModuleException e) {
      throw new IllegalStateException("a seed is broken", e);
    }
  }

  private static int importedFunctions(WasmModule module) {
    return (int)
        module.imports().stream().map(Import::type).filter(FunctionType.class::isInstance).count();
  }

  /** A function of a module, and some that it calls. */
  Slice slice(Choices choices) {
    ModuleCode code = choices.of(modules);
    int imported = code.spaces().importedFunctionCount();
    int first = imported + choices.below(code.spaces().functionCount() - imported);
    Set<Integer> kept = new LinkedHashSet<>(List.of(first));
    for (int wanted = 1; wanted < MOST_FUNCTIONS; wanted++) {
      callee(code, kept, imported);
    }
    return new Slice(code, List.copyOf(kept));
  }

  /** Adds the first function that is called and not there yet. */
  private static void callee(ModuleCode code, Set<Integer> kept, int imported) {
    kept.stream()
        .flatMap(function -> BodyText.of(code, function).pieces().stream())
        .filter(Piece::isCall)
        .map(Piece::index)
        .filter(function -> function >= imported && !kept.contains(function))
        .findFirst()
        .ifPresent(kept::add);
  }
}
