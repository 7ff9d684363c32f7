package org.dylink.binding.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.IdentityHashMap;
import java.util.List;
import org.dylink.binding.code.InterfaceBinder;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.Program;
import org.osgi.framework.Bundle;
import org.osgi.framework.PrototypeServiceFactory;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceRegistration;

/**
 * A program for each object of the service that somebody has. The framework asks once for a bundle
 * that uses scope bundle, and each time for scope prototype.
 */
final class BoundPrograms implements PrototypeServiceFactory<Object> {
  private static final Logger LOG = System.getLogger(BoundPrograms.class.getName());

  private final Class<?> type;
  private final Linker linker;
  private volatile LinkRequest request;
  private final boolean isExported;
  private final IdentityHashMap<Object, Program> programs =
      new IdentityHashMap<>(); // guarded by this
  private boolean closed; // guarded by this

  /**
   * @param isExported whether callers on other machines share an object, so that none may close it
   */
  BoundPrograms(Class<?> type, Linker linker, LinkRequest.Builder request, boolean isExported) {
    this.type = type;
    this.linker = linker;
    this.isExported = isExported;
    link(request);
  }

  /** Says what is linked from now on. */
  void link(LinkRequest.Builder next) {
    request = next.successors(this::admits).build();
  }

  // Of the library's name only what the service has: its versions and its interface were looked at.
  private boolean admits(Library library) {
    Library main = request.main();
    return library.equals(main) || !library.name().equals(main.name());
  }

  /** Whether what is linked gets libraries that come in the place of others. */
  boolean areReplaced() {
    return request.onWithdraw() == OnWithdraw.REPLACE;
  }

  @Override
  public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
    try {
      Program program = linker.link(request);
      return bind(program);
    } catch (LinkException | RuntimeException e) {
      // The framework tells its listeners and gives null: not everybody sees the former.
      String message = type.getName() + " for bundle " + bundle + ": " + e.getMessage();
      LOG.log(Level.ERROR, message);
      throw new ServiceException(message, ServiceException.FACTORY_ERROR, e);
    }
  }

  private Object bind(Program program) {
    boolean bound = false;
    try {
      Object service =
          isExported
              ? InterfaceBinder.bindShared(type, program)
              : InterfaceBinder.bind(type, program);
      keep(service, program);
      bound = true;
      return service;
    } finally {
      if (!bound) {
        program.close();
      }
    }
  }

  // Linking takes its time: the service may have gone meanwhile, and nobody gives an object back
  // then.
  private synchronized void keep(Object service, Program program) {
    if (closed) {
      throw new IllegalStateException("the service was taken back");
    }
    programs.put(service, program);
  }

  @Override
  public void ungetService(
      Bundle bundle, ServiceRegistration<Object> registration, Object service) {
    Program program = remove(service);
    if (program != null) {
      program.close();
      InterfaceBinder.forgetClosed(type);
    }
  }

  private synchronized Program remove(Object service) {
    return programs.remove(service);
  }

  /** The ids of the programs, ascending. */
  synchronized List<Long> ids() {
    return programs.values().stream().map(Program::id).sorted().toList();
  }

  /** Whether somebody has an object. */
  synchronized boolean areUsed() {
    return !programs.isEmpty();
  }

  /** Ends what is left, and what is still being linked. */
  void close() {
    removeAll().forEach(this::close);
    InterfaceBinder.forgetClosed(type);
  }

  private synchronized List<Program> removeAll() {
    closed = true;
    List<Program> all = List.copyOf(programs.values());
    programs.clear();
    return all;
  }

  // A host library that cannot close one program's files must not keep the others open.
  private void close(Program program) {
    try {
      program.close();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "{0}: not closed cleanly: {1}", type.getName(), e.getMessage());
    }
  }
}
