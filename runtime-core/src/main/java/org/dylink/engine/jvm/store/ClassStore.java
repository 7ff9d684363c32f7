package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compiled classes of one module, by what their names add to the module's prefix. Immutable;
 * threads may share it.
 */
public final class ClassStore {
  /** No classes. */
  public static final ClassStore EMPTY = new ClassStore(Map.of());

  private final Map<String, StoredClass> classes;

  private ClassStore(Map<String, StoredClass> classes) {
    this.classes = classes;
  }

  /** How many classes it has. */
  int size() {
    return classes.size();
  }

  /** {@code 312 classes}. */
  @Override
  public String toString() {
    return size() == 1 ? "1 class" : size() + " classes";
  }

  /** A store of classes. */
  public static ClassStore of(Map<String, byte[]> classes) {
    Map<String, StoredClass> stored = new HashMap<>();
    classes.forEach((name, bytes) -> stored.put(name, StoredClass.of(bytes)));
    return new ClassStore(stored);
  }

  /**
   * Reads a file's contents, none of which is trusted.
   *
   * @param key what the classes have to be made from
   * @throws UnfitStoreException if they are not, or the file is no such file, or damaged; a damaged
   *     class shows only when it is asked for
   */
  public static ClassStore read(byte[] file, StoreKey key) throws UnfitStoreException {
    return new ClassStore(new StoreReader(file).read(key));
  }

  /** The contents of a file: the same for the same classes. */
  public byte[] write(StoreKey key) throws IOException {
    return StoreWriter.write(key, new TreeMap<>(classes));
  }

  /**
   * A class.
   *
   * @return null if it is not here
   * @throws UnfitStoreException if it is damaged
   */
  public byte[] get(String name) throws UnfitStoreException {
    StoredClass stored = classes.get(name);
    return stored == null ? null : stored.bytes();
  }

  /** A class whose file is trusted; null if it is not here. */
  byte[] unchecked(String name) {
    StoredClass stored = classes.get(name);
    return stored == null ? null : stored.unchecked();
  }

  /** The same classes in less room; getting one takes longer. */
  public ClassStore deflated() throws IOException {
    Map<String, StoredClass> smaller = new HashMap<>();
    for (Map.Entry<String, StoredClass> each : classes.entrySet()) {
      smaller.put(each.getKey(), each.getValue().deflated());
    }
    return new ClassStore(smaller);
  }

  /** These classes and those of another store, whose classes win. */
  public ClassStore with(ClassStore other) {
    Map<String, StoredClass> all = new HashMap<>(classes);
    all.putAll(other.classes);
    return new ClassStore(all);
  }

  /** Names of the classes. */
  public Set<String> names() {
    return Collections.unmodifiableSet(classes.keySet());
  }
}
