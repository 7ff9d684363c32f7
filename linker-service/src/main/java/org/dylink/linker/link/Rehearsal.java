package org.dylink.linker.link;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.dylink.engine.Engine;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.link.load.Admission;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.load.SearchResult;
import org.dylink.linker.link.program.LinkedProgram;

/**
 * The first replacement by an engine, which is nobody's: a library of the linker's is replaced by
 * versions of itself, in a program of its own, with its data where it is and elsewhere. What a
 * replacement does for the first time takes the JVM ten times as long as later, as it loads and
 * links all of that; so none of it is done first while calls of somebody's library are held back.
 */
final class Rehearsal {
  private static final int VERSIONS = 3;
  private static final int TIMES = 2 * VERSIONS;
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Set<Engine> DONE =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private Rehearsal() {}

  /** Returns when it was done for an engine, or when another thread does it. */
  static void ensure(Engine engine) {
    if (engine.replacesCode() && DONE.add(engine)) {
      try {
        rehearse(engine);
      } catch (LinkException | IOException | MalformedModuleException | RuntimeException e) {
        // It would have saved time. What is wrong is told of the replacement that matters.
      }
    }
  }

  static void rehearse(Engine engine) throws LinkException, IOException, MalformedModuleException {
    LinkContext context =
        new LinkContext(
            engine,
            new ModuleCache(),
            (name, neededBy, kind) -> SearchResult.missing("nothing is searched"),
            module -> Optional.empty(),
            Admission.OPEN);
    LinkRequest request = LinkRequest.builder(version(0)).build();
    try (LinkedProgram program = new LinkSession(request, context, 0).link()) {
      for (int i = 1; i <= TIMES; i++) {
        program.call("rehearsal");
        program.replace(version(i), TIMEOUT);
      }
      program.call("rehearsal");
    }
  }

  // Read anew each time: another object is another library.
  static Library version(int number) throws IOException, MalformedModuleException {
    String file = "rehearsal/" + number % VERSIONS + ".module";
    try (InputStream content = Rehearsal.class.getResourceAsStream(file)) {
      return Library.read("rehearsal.so", content.readAllBytes());
    }
  }
}
