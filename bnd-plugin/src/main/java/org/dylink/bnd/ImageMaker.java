package org.dylink.bnd;

import java.util.List;
import org.dylink.format.WasmModule;

/**
 * Makes prelinked images when a bundle is built. Who knows how programs are linked is built after
 * this plugin, and found by {@code ServiceLoader}: the artifact {@code org.dylink.bnd.check}.
 * Implementations have a constructor without parameters.
 */
public interface ImageMaker {
  /**
   * Links a program as far as its main, and writes down what has become of it. Its constructors are
   * run, and are granted nothing.
   *
   * @param modules the main, then all that it needs, in the order of a link
   * @param limits what a program must be linked with to begin there
   * @return the image's file
   * @throws NoImageException if the program cannot be linked, or another one could be told from it
   */
  byte[] make(List<WasmModule> modules, ImageLimits limits) throws NoImageException;
}
