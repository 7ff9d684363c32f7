package org.dylink.binding.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.binding.code.InterfaceBinder;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
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
  private final LinkRequest request;
  private final boolean isExported;
  private final Map<Object, Program> programs = new ConcurrentHashMap<>();

  /**
   * @param isExported whether callers on other machines share an object, so that none may close it
   */
  BoundPrograms(Class<?> type, Linker linker, LinkRequest request, boolean isExported) {
    this.type = type;
    this.linker = linker;
    this.request = request;
    this.isExported = isExported;
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
      programs.put(service, program);
      bound = true;
      return service;
    } finally {
      if (!bound) {
        program.close();
      }
    }
  }

  @Override
  public void ungetService(
      Bundle bundle, ServiceRegistration<Object> registration, Object service) {
    Program program = programs.remove(service);
    if (program != null) {
      program.close();
      InterfaceBinder.forgetClosed(type);
    }
  }

  /** Whether somebody has an object. */
  boolean areUsed() {
    return !programs.isEmpty();
  }

  /** Ends what is left. */
  void close() {
    programs.values().forEach(Program::close);
    programs.clear();
    InterfaceBinder.forgetClosed(type);
  }
}
