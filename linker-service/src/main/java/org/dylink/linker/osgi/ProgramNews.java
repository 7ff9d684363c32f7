package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import org.dylink.linker.runtime.ProgramListener;

/** Tells those who hear of programs. Where there are none, nobody needs the class. */
final class ProgramNews {
  private static final Logger LOG = System.getLogger(ProgramNews.class.getName());

  private ProgramNews() {}

  static void tell(List<ProgramListener> listeners, Consumer<ProgramListener> news) {
    for (ProgramListener each : listeners) {
      try {
        news.accept(each);
      } catch (RuntimeException | LinkageError e) { // a listener whose bundle lacks a class, too
        LOG.log(Level.ERROR, "a listener to programs fails: " + each.getClass().getName(), e);
      }
    }
  }
}
