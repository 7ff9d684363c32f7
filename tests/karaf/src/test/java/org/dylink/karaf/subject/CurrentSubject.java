package org.dylink.karaf.subject;

import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;

/**
 * Who acts, as Karaf 4.4 knows it: by thread, and threads that are made meanwhile have it too, as
 * they had the access control context up to Java 23.
 */
public final class CurrentSubject {
  private static final ThreadLocal<Subject> CURRENT = new InheritableThreadLocal<>();

  private CurrentSubject() {}

  /**
   * In place of {@code Subject.getSubject(AccessController.getContext())}. Where Karaf has said
   * nothing, it is what the JVM says: of the thread of a call over JMX.
   */
  public static Subject get() throws ReflectiveOperationException {
    Subject ours = CURRENT.get();
    return ours == null ? (Subject) Subject.class.getMethod("current").invoke(null) : ours;
  }

  /** In place of Karaf's {@code JaasHelper.doAs}. */
  public static Object doAs(Subject subject, PrivilegedAction<?> action) {
    Subject before = CURRENT.get();
    CURRENT.set(subject);
    try {
      return action.run();
    } finally {
      CURRENT.set(before);
    }
  }

  /** In place of Karaf's {@code JaasHelper.doAs}. */
  public static Object doAs(Subject subject, PrivilegedExceptionAction<?> action)
      throws PrivilegedActionException {
    Subject before = CURRENT.get();
    CURRENT.set(subject);
    try {
      return action.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new PrivilegedActionException(e);
    } finally {
      CURRENT.set(before);
    }
  }
}
