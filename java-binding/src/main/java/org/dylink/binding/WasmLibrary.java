package org.dylink.binding;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which library the methods of an interface are functions of: C's header file for Java.
 *
 * <p>Each abstract method is an exported function of the same name, but for {@code close()} of
 * {@link AutoCloseable}, which ends the program that the library runs in. Default and static
 * methods stay as they are.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WasmLibrary {
  /** The library's name, such as {@code libz.so}. */
  String value();

  /** The versions that will do, as an OSGi version range; any unless set. */
  String version() default "";
}
