package org.dylink.format;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Types that are defined together, and may refer to each other (WebAssembly Core, Structure,
 * Recursive Types). There is one object for all groups that are defined alike, as long as anybody
 * uses it: what a type's own module calls it tells nothing.
 */
final class TypeGroup {
  private static final int NAME_LENGTH = 32;

  // By what defines it, which the group keeps: both go together.
  private static final Map<List<Object>, WeakReference<TypeGroup>> KNOWN =
      new WeakHashMap<>(); // guarded by itself

  private final List<Object> definition;
  private final List<DefinedType> types;
  private String digest; // guarded by this

  private TypeGroup(List<Object> definition, List<DefinedType> types) {
    this.definition = definition;
    this.types = List.copyOf(types);
  }

  /** The group of types that were just made, or one that is defined alike. */
  static TypeGroup of(List<DefinedType> made) {
    List<Object> definition = new DefinitionText(made).write();
    synchronized (KNOWN) {
      WeakReference<TypeGroup> reference = KNOWN.get(definition);
      TypeGroup known = reference == null ? null : reference.get();
      if (known != null) {
        return known;
      }
      TypeGroup group = new TypeGroup(definition, made);
      made.forEach(type -> type.setGroup(group));
      // A key that is there already belongs to a group that is gone, and would go with it.
      KNOWN.remove(definition);
      KNOWN.put(definition, new WeakReference<>(group));
      return group;
    }
  }

  /** Whether it is of one type, which does not refer to itself. */
  boolean isPlain() {
    return types.size() == 1 && !definition.contains(0);
  }

  DefinedType type(int number) {
    return types.get(number);
  }

  /** A name of one of its types that depends on the definition alone. */
  String digest(int number) {
    return sha256(digest() + number).substring(0, NAME_LENGTH);
  }

  private synchronized String digest() {
    if (digest == null) {
      StringBuilder text = new StringBuilder();
      for (Object word : definition) {
        text.append(word instanceof DefinedType other ? other.digest() : word).append(' ');
      }
      digest = sha256(text.toString());
    }
    return digest;
  }

  private static String sha256(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("BUG: every Java platform has SHA-256", e);
    }
  }

  /**
   * Writes a group as a list of words, in which its own types are numbers and others are what they
   * are: equal lists are groups that are defined alike.
   */
  private static final class DefinitionText {
    private final List<DefinedType> types;
    private final List<Object> words = new ArrayList<>();

    DefinitionText(List<DefinedType> types) {
      this.types = types;
    }

    List<Object> write() {
      for (DefinedType type : types) {
        words.add(type.isFinal() ? "final" : "open");
        words.add(type.supertype() == null ? "top" : heap(type.supertype()));
        write(type.composite());
      }
      return words;
    }

    private void write(CompositeType composite) {
      if (composite instanceof FunctionType function) {
        words.add("func");
        function.params().forEach(this::write);
        words.add("->");
        function.results().forEach(this::write);
      } else if (composite instanceof StructType struct) {
        words.add("struct");
        struct.fields().forEach(this::write);
      } else {
        words.add("array");
        write(((ArrayType) composite).element());
      }
    }

    private void write(FieldType field) {
      words.add(field.mutable() ? "var" : "const");
      if (field.isPacked()) {
        words.add("packed" + field.packedBytes());
      } else {
        write(field.value());
      }
    }

    private void write(ValueType type) {
      if (type.isReference()) {
        words.add(type.isNullable() ? "null" : "ref");
        words.add(heap(type.heapType()));
      } else {
        words.add(type.toString());
      }
    }

    private static Object heap(HeapType type) {
      return type instanceof DefinedType own && !own.isGrouped() ? own.number() : type;
    }
  }
}
