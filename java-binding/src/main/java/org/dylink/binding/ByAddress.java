package org.dylink.binding;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * C has a pointer to the struct: {@code const struct s *}. A record without it is the struct
 * itself, which C passes in the same way, unless all that is in it is one scalar: then as that.
 *
 * <p>On a method it is for the result: what C returns is a pointer to a struct, which is copied;
 * null for a null pointer.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface ByAddress {}
