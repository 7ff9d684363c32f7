package org.dylink.engine.jvm.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** A process of its own that fills a cache: tells each file that it is about to write. */
final class CacheWriter {
  static final StoreKey KEY = new StoreKey("v1", "libz.so", "0123456789abcdef");

  private static final int CLASSES = 12;

  private CacheWriter() {}

  /**
   * Writes as long as it lives, or as often as told.
   *
   * @param arguments the folder, a name for this process, how often
   */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    CacheFolder cache =
        new CacheFolder(
            Path.of(arguments[0]),
            256 << 20,
            (store, reason) -> out.println("ignored " + store + ": " + reason));
    int rounds = Integer.parseInt(arguments[2]);
    for (int i = 0; i < rounds; i++) {
      out.println("round " + i);
      out.flush();
      String name = arguments[1] + i % CLASSES;
      cache.save(KEY, ClassStore.of(Map.of(name, contents(name))));
      cache.load(KEY);
    }
    out.println("done");
  }

  /** What a class of a name has in it: anybody can tell whether it is whole. */
  static byte[] contents(String name) {
    byte[] bytes = new byte[40_000];
    new Random(name.hashCode()).nextBytes(bytes);
    return bytes;
  }
}
