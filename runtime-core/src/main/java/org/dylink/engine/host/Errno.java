package org.dylink.engine.host;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Turns an exception of a {@link HostSymbol} method into an error of C: the function gives -1, if
 * it has a result, and C's {@code errno} is set. Of several that match the first counts.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Errno.List.class)
public @interface Errno {
  /** Permission denied. */
  int EACCES = 2;

  /** Try again. */
  int EAGAIN = 6;

  /** Exists already. */
  int EEXIST = 20;

  /** Invalid argument. */
  int EINVAL = 28;

  /** Input or output failed. */
  int EIO = 29;

  /** No such file. */
  int ENOENT = 44;

  /** Out of memory. */
  int ENOMEM = 48;

  /** Not implemented. */
  int ENOSYS = 52;

  /** Not supported. */
  int ENOTSUP = 58;

  /** Not permitted. */
  int EPERM = 63;

  /** Result out of range. */
  int ERANGE = 68;

  /** Timed out. */
  int ETIMEDOUT = 73;

  /** The number, as wasi-libc's errno.h has it. */
  int value();

  /** The exceptions that become this error, with their subclasses. */
  Class<? extends Throwable> on() default Exception.class;

  /** Several of them, in their order. */
  @Documented
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface List {
    /** The errors. */
    Errno[] value();
  }
}
