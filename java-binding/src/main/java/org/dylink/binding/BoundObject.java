package org.dylink.binding;

/** What every bound interface's object is besides: the way to what is behind it. */
public interface BoundObject {
  /** The library, its program and its memory. */
  Binding binding();
}
