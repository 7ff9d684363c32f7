package org.dylink.linker.link.load;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.Lack;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.link.parts.Place;

/** Gives a program the engine that runs it, once all of its modules are known. */
@FunctionalInterface
public interface EngineSource {
  /**
   * A module that an engine has to run.
   *
   * @param chain who needs it, main first: {@code app.wasm -> libpng.so}; for main its name
   */
  record Needed(Library library, String chain) {
    /** A library in a program. */
    public static Needed of(Place place) {
      return new Needed(place.library(), place.chain().toString());
    }

    /** What an engine lacks of what the module needs. */
    List<Lack> lackedBy(Engine engine) {
      return engine.lacks(library.module());
    }

    Problem problem(String detail) {
      String way = chain.equals(library.name()) ? "" : " (" + chain + ")";
      String message = library.name() + ": " + detail + way;
      return new Problem(Reason.UNSUPPORTED, library.name(), "", "", message);
    }
  }

  /**
   * The engine for a program.
   *
   * @param modules all that the program starts with, main first
   * @throws LinkException UNSUPPORTED if there is none, or none that has all that they need
   */
  Engine choose(List<Needed> modules) throws LinkException;
}
