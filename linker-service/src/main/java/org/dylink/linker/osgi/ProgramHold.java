package org.dylink.linker.osgi;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.HostLibrary;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.load.Admission;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.runtime.ProgramListener;

/**
 * What one program uses, from the first step of its link to its end, so that it can be ended when
 * one of these goes. Who takes something up first notes it here and then looks whether it is still
 * there; who withdraws it does so in the other order: thus none of the two misses the other.
 */
final class ProgramHold implements Admission {
  private final LinkRequest request;
  private final Policies policies;
  private final List<ProgramListener> listeners;
  private final long id;
  private final long begun = System.currentTimeMillis();
  private final Set<Object> used = // guarded by this
      Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Library> refused = // guarded by this
      Collections.newSetFromMap(new WeakHashMap<>());
  private Engine engine; // guarded by this; null until it is chosen
  private String fallback; // guarded by this; null if that is the best
  private LinkSession session; // guarded by this
  private LinkedProgram program; // guarded by this
  private String end; // guarded by this; null as long as nobody has ended it

  ProgramHold(LinkRequest request, Policies policies, List<ProgramListener> listeners, long id) {
    this.request = request;
    this.policies = policies;
    this.listeners = listeners;
    this.id = id;
  }

  /** Notes the engine that was chosen. */
  synchronized void use(Engine chosen) {
    engine = chosen;
    used.add(chosen);
  }

  /** Notes why that is not the best one. */
  synchronized void noteFallback(String why) {
    fallback = why;
  }

  /** Why the engine is not the best one; empty if it is. */
  synchronized Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }

  /** The engine; only a program that is linked has one for certain. */
  synchronized Engine engine() {
    return engine;
  }

  /** When it was made, in milliseconds since 1970. */
  long begun() {
    return begun;
  }

  /** The program; empty while it is being linked. */
  synchronized Optional<LinkedProgram> program() {
    return Optional.ofNullable(program);
  }

  @Override
  public Optional<Refusal> admit(Library library) {
    hold(library);
    if (library instanceof BundleLibrary own && own.isWithdrawn()) {
      String detail = "bundle " + library.origin() + " does not provide it any more";
      return Optional.of(new Refusal(Reason.MISSING_LIBRARY, detail));
    }
    return policies
        .refuseLink(request, library)
        .map(refusal -> new Refusal(Reason.FORBIDDEN, "refused: " + refusal));
  }

  @Override
  public synchronized void loaded(List<Library> libraries) {
    used.removeIf(each -> each instanceof Library library && !isIn(libraries, library));
  }

  @Override
  public void opened(Library library, long nanos) {
    if (!listeners.isEmpty()) {
      Duration time = Duration.ofNanos(nanos);
      ProgramNews.tell(listeners, each -> each.opened(id, library.name(), time));
    }
  }

  @Override
  public void trapped(TrapException trap) {
    if (!listeners.isEmpty()) {
      ProgramNews.tell(listeners, each -> each.trapped(id, request.main().name(), trap));
    }
  }

  synchronized void hold(Object part) {
    used.add(part);
  }

  synchronized boolean holds(Object part) {
    return used.contains(part);
  }

  /** The libraries, host libraries and the engine that it has, or is about to have. */
  synchronized Set<Object> parts() {
    Set<Object> parts = Collections.newSetFromMap(new IdentityHashMap<>());
    parts.addAll(used);
    return parts;
  }

  /** The libraries that it has, or is about to have. */
  synchronized Set<Library> libraries() {
    Set<Library> libraries = new HashSet<>();
    used.forEach(
        part -> {
          if (part instanceof Library library) {
            libraries.add(library);
          }
        });
    return libraries;
  }

  synchronized void begin(LinkSession linking) {
    session = linking;
    if (end != null) {
      linking.stop(end);
    }
  }

  /**
   * Notes that the link is done.
   *
   * @throws LinkException if something that it uses has gone meanwhile; the program is closed then
   */
  LinkedProgram linked(LinkedProgram finished) throws LinkException {
    String ended = finish(finished);
    if (ended != null) {
      finished.close();
      throw LinkException.of(Reason.MISSING_LIBRARY, finished.name(), "not linked: " + ended, null);
    }
    return finished;
  }

  /** Something that it uses has gone: a link is given up, a program ends unless it may keep it. */
  synchronized void withdrawn(Object part, String what) {
    if (program == null || !mayKeep(part)) {
      end(what + " was withdrawn");
    }
  }

  private boolean mayKeep(Object part) {
    return request.onWithdraw() == OnWithdraw.KEEP || (replaces() && part instanceof Library);
  }

  /** Whether it is to get a library that comes in the place of another. */
  boolean replaces() {
    return request.onWithdraw() == OnWithdraw.REPLACE;
  }

  /** Whether who has linked it wants a library in the place of another. */
  boolean accepts(Library next) {
    return request.successors().test(next);
  }

  /** Notes a library that cannot take the place of the one that it has. */
  synchronized void refuse(Library next) {
    refused.add(next);
  }

  synchronized boolean hasRefused(Library next) {
    return refused.contains(next);
  }

  /** Ends it, as it is. */
  synchronized void end(String reason) {
    end = end == null ? reason : end;
    if (program != null) {
      program.stop(reason);
    } else if (session != null) {
      session.stop(reason);
    }
  }

  private synchronized String finish(LinkedProgram finished) {
    program = finished;
    return end;
  }

  private boolean isIn(List<Library> libraries, Library library) {
    return libraries.stream().anyMatch(each -> each == library)
        || request.modules().values().stream().anyMatch(module -> module == library);
  }

  /** A host library that the program may open, if it is still there. */
  Optional<HostLibrary> take(HostLibrary host, HostChoice hosts) {
    hold(host);
    return hosts.isThere(host) ? Optional.of(host) : Optional.empty();
  }
}
