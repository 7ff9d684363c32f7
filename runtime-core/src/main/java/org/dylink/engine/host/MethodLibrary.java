package org.dylink.engine.host;

import java.util.Map;
import java.util.function.Function;
import org.dylink.format.FunctionType;

/** A host library of Java methods, and of who has them in each program. */
final class MethodLibrary implements HostLibrary {
  private final String name;
  private final HostMethods methods;
  private final Function<Guest, ?> objects;
  private final boolean isOwner;

  /**
   * @param objects gives a program the object that has the methods
   * @param isOwner whether that object ends with the program
   */
  MethodLibrary(String name, HostMethods methods, Function<Guest, ?> objects, boolean isOwner) {
    this.name = name;
    this.methods = methods;
    this.objects = objects;
    this.isOwner = isOwner;
  }

  @Override
  public String moduleName() {
    return name;
  }

  @Override
  public Map<String, FunctionType> functions() {
    return methods.types();
  }

  @Override
  public HostInstance open(Guest guest) {
    Object object = objects.apply(guest);
    return methods.open(object, guest, () -> close(object));
  }

  private void close(Object object) {
    if (isOwner && object instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(name + ": not closed cleanly: " + e.getMessage(), e);
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
