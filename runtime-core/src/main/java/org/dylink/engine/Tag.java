package org.dylink.engine;

import org.dylink.format.TagType;

/** An exception tag. */
public non-sealed interface Tag extends Extern {
  @Override
  TagType type();
}
