package org.dylink.binding.code;

import org.objectweb.asm.ClassWriter;

/** Computes stack maps without loading classes, which would be searched in the wrong loader. */
final class FrameWriter extends ClassWriter {
  FrameWriter() {
    super(COMPUTE_FRAMES);
  }

  @Override
  protected String getCommonSuperClass(String one, String other) {
    return "java/lang/Object";
  }
}
