package org.dylink.binding.shape;

import java.lang.reflect.AnnotatedElement;
import org.dylink.binding.In;
import org.dylink.binding.Out;

/** Which way an array's elements are copied. */
public enum Direction {
  IN,
  OUT,
  IN_OUT;

  static Direction of(AnnotatedElement parameter) {
    if (parameter.isAnnotationPresent(In.class)) {
      return IN;
    }
    return parameter.isAnnotationPresent(Out.class) ? OUT : IN_OUT;
  }

  public boolean isIn() {
    return this != OUT;
  }

  public boolean isOut() {
    return this != IN;
  }
}
