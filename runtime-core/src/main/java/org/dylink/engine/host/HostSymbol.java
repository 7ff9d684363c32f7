package org.dylink.engine.host;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Java method that is a function of a {@link HostLibrary}, whatever its visibility.
 *
 * <p>Parameters and result are {@code int} (i32, also for addresses), {@code long}, {@code float}
 * and {@code double}; {@code void} is no result. A {@link Guest} in front of the parameters is the
 * calling program, and no parameter for C.
 *
 * <p>What the method throws passes through the program's functions and arrives unchanged at the
 * Java code that called into the program, unless {@link Errno} says otherwise.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HostSymbol {
  /** The symbol; empty for the method's own name. */
  String value() default "";
}
