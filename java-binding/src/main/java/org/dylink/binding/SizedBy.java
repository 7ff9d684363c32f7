package org.dylink.binding;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells which parameter says how many elements of an array or buffer C uses. A call whose array is
 * smaller than that is refused, before C can run past its end.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface SizedBy {
  /**
   * The other parameter, counted from 0: an int or long, or an array of which the first element
   * counts.
   */
  int value();
}
