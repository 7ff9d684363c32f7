package org.dylink.binding;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * C has an unsigned number here, where Java's type is signed or wider: of a bound method or of a
 * functional interface, a parameter, or on the method its result.
 *
 * <p>C expects what is smaller than an int to be extended, and the extension to be right: a byte of
 * 0xc8 is -56 to a {@code signed char}, which is how it is passed without this annotation, and 200
 * to an {@code unsigned char}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface Unsigned {
  /**
   * How many bits C's number has: 8, 16, 32 or 64, and no more than Java's type; 0 for as many. A
   * number that does not fit is refused when it is passed: {@code @Unsigned(8) int} is 0 to 255.
   */
  int value() default 0;
}
