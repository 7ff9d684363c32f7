package org.dylink.launcher.osgi;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.config.MalformedValueException;
import org.dylink.linker.config.RequestTerms;
import org.dylink.linker.config.Settings;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What a program's configuration says; {@link ProgramConfiguration} describes it.
 *
 * @param main the main library's name
 * @param version which versions of it will do
 * @param restarts for one program only: it counts
 * @param terms what to ask the linker for
 */
record ProgramSettings(
    String main,
    VersionRange version,
    Restarts restarts,
    List<Consumer<LinkRequest.Builder>> terms) {
  private static final VersionRange ANY = VersionRange.valueOf("0");
  private static final Duration DELAY = Duration.ofSeconds(1);
  private static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * Reads a configuration.
   *
   * @throws MalformedValueException with the first value that is no good: no program runs with
   *     other limits than it was meant to
   */
  static ProgramSettings of(Settings settings) throws MalformedValueException {
    String main =
        settings
            .text("main")
            .orElseThrow(
                () -> settings.malformed("main", "expected a library's name", "nothing", null));
    Restarts restarts =
        new Restarts(
            settings.choice("restart", Restart.class).orElse(Restart.NEVER),
            settings.seconds("restartDelay").orElse(DELAY),
            settings.amount("maxRestarts", 0, UNLIMITED, "restarts").orElse(UNLIMITED));
    return new ProgramSettings(main, version(settings), restarts, terms(settings));
  }

  /** The highest version that will do. */
  Optional<Library> choose(List<Library> highestFirst) {
    return highestFirst.stream()
        .filter(library -> library.name().equals(main))
        .filter(library -> accepts(library.version()))
        .findFirst();
  }

  /** Whether a version of main will do. */
  boolean accepts(String found) {
    return version.includes(Version.parseVersion(found));
  }

  LinkRequest request(Library library, OutputStream stdout, OutputStream stderr) {
    LinkRequest.Builder request = LinkRequest.builder(library).stdout(stdout).stderr(stderr);
    terms.forEach(term -> term.accept(request));
    return request.build();
  }

  private static VersionRange version(Settings settings) throws MalformedValueException {
    Optional<String> text = settings.text("version");
    try {
      return text.map(VersionRange::valueOf).orElse(ANY);
    } catch (IllegalArgumentException e) {
      throw settings.malformed("version", "expected a range such as [1.2,2)", text.get(), e);
    }
  }

  private static List<Consumer<LinkRequest.Builder>> terms(Settings settings)
      throws MalformedValueException {
    List<Consumer<LinkRequest.Builder>> terms = new ArrayList<>();
    List<String> arguments = settings.texts("arguments");
    terms.add(request -> request.arguments(arguments));
    terms.addAll(RequestTerms.of(settings));
    return terms;
  }
}
