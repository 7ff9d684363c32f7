package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dylink.format.PrintableText;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryListener;
import org.dylink.linker.settle.Settling;

/** Tells listeners of changes, in their order. */
final class LibraryListeners {
  private static final Logger LOG = System.getLogger(LibraryListeners.class.getName());

  private final Settling turn = new Settling();
  private final RuntimeView view;
  private final LibraryRegistry registry;
  private final List<LibraryListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<LibraryDTO> changes = new ConcurrentLinkedQueue<>();
  private final Queue<LibraryListener> fresh = new ConcurrentLinkedQueue<>();

  LibraryListeners(RuntimeView view, LibraryRegistry registry) {
    this.view = view;
    this.registry = registry;
  }

  /** Adds a listener, which is told of everything when changes are told the next time. */
  void add(LibraryListener listener) {
    fresh.add(listener);
  }

  void remove(LibraryListener listener) {
    fresh.remove(listener);
    listeners.remove(listener);
  }

  /** Notes a change; may be called from any thread. */
  void note(LibraryEntry entry) {
    // One that is added later is told how things are then.
    if (!listeners.isEmpty()) {
      changes.add(view.describe(entry));
    }
  }

  /** Tells of the changes, one after the other, or leaves it to a thread that is at it. */
  void tell() {
    turn.ask(this::tellAll);
  }

  private void tellAll() {
    for (LibraryDTO change = changes.poll(); change != null; change = changes.poll()) {
      LibraryDTO library = change;
      listeners.forEach(listener -> tell(listener, library));
    }
    for (LibraryListener next = fresh.poll(); next != null; next = fresh.poll()) {
      // First, so that no change is lost that comes while it is told how things are.
      listeners.add(next);
      for (LibraryEntry entry : registry.entries()) {
        tell(next, view.describe(entry));
      }
    }
  }

  private static void tell(LibraryListener listener, LibraryDTO library) {
    try {
      listener.libraryChanged(library);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a listener failed on " + PrintableText.of(library.name), e);
    }
  }
}
