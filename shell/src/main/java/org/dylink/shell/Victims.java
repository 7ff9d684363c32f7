package org.dylink.shell;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;
import org.osgi.framework.Bundle;

/** The bundles that {@code wasm:unload} and {@code wasm:reload} mean, if they may be touched. */
final class Victims {
  private final LinkerRuntime runtime;
  private final BundleChange rewiring;

  Victims(LinkerRuntime runtime, BundleChange rewiring) {
    this.runtime = runtime;
    this.rewiring = rewiring;
  }

  /**
   * Finds the bundles.
   *
   * @param force whether programs may have their libraries loaded
   * @throws CommandException if a word means no bundle, or if one of them is in use
   */
  List<Bundle> of(boolean force, String... words) {
    List<Bundle> bundles =
        rewiring.bundles(Stream.of(words).map(word -> Names.bundle(runtime, word)).toList());
    Collection<Bundle> touched = rewiring.withDependents(bundles);
    if (touched.contains(rewiring.linker())) {
      throw new CommandException(words(words) + ": part of Dylink itself");
    }
    List<ProgramDTO> users = force ? List.of() : users(touched);
    if (!users.isEmpty()) {
      throw new CommandException(
          "%s: in use by %s; kill what uses it, or give -f, which ends it"
              .formatted(
                  words(words), users.stream().map(Victims::describe).collect(joining(", "))));
    }
    return bundles;
  }

  private List<ProgramDTO> users(Collection<Bundle> bundles) {
    Set<Long> ids =
        runtime.libraries().stream()
            .filter(library -> library.current)
            .filter(library -> bundles.stream().anyMatch(b -> b.getBundleId() == library.bundle))
            .flatMap(library -> library.programs.stream())
            .collect(toSet());
    return runtime.programs().stream().filter(program -> ids.contains(program.id)).toList();
  }

  private static String words(String... words) {
    return String.join(", ", words);
  }

  private static String describe(ProgramDTO program) {
    return "program " + program.id + " " + program.name;
  }
}
