package org.dylink.machine.ir;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.engine.machine.ContextLayout;

/**
 * What a pointer in a function's text points to.
 *
 * @param key what tells one of a kind from another: a name, or a number
 * @param index a value of the guest's that moves it; null for none
 * @param offset a constant that moves it
 */
record Place(Kind kind, String key, String index, long offset) {
  enum Kind {
    CONTEXT,
    THREAD,
    LOCAL,
    WORDS,
    MEMORY,
    TABLE,
    ELEMENTS,
    GLOBAL,
    FUNCTION
  }

  private static final Pattern MOVED =
      Pattern.compile("getelementptr (i8|i64|ptr), ptr (\\S+), i64 (\\S+)");
  private static final Pattern LOADED = Pattern.compile("load (?:volatile )?ptr, ptr ([^,]+).*");

  /** Of a name, in a function of a module whose contexts have this layout. */
  static Place of(String pointer, IrFunction function, ContextLayout layout) {
    String definition = function.definition(pointer);
    Matcher moved = MOVED.matcher(definition);
    Matcher loaded = LOADED.matcher(definition);
    if (moved.matches()) {
      Place from = of(moved.group(2), function, layout);
      return from.moved(moved.group(1).equals("i8") ? 1 : 8, moved.group(3));
    } else if (loaded.matches()) {
      return of(loaded.group(1), function, layout).loaded(pointer, layout);
    } else if (definition.startsWith("alloca ")) {
      boolean isWords = definition.startsWith("alloca [");
      return new Place(isWords ? Kind.WORDS : Kind.LOCAL, pointer, null, 0);
    }
    return switch (pointer) {
      case "%i" -> context(function);
      case "%t" -> new Place(Kind.THREAD, "", null, 0);
      case "%words", Results.GIVEN -> new Place(Kind.WORDS, pointer, null, 0);
      default -> new Place(Kind.FUNCTION, pointer, null, 0);
    };
  }

  // The code between Java and functions, and before a thread's own, gets words that are no context.
  private static Place context(IrFunction function) {
    return function.name().startsWith("@o")
        ? new Place(Kind.FUNCTION, "%i", null, 0)
        : new Place(Kind.CONTEXT, "", null, 0);
  }

  /** Whether it is how many elements there are. */
  boolean isTableSize() {
    return equals(new Place(Kind.ELEMENTS, key, String.valueOf(ContextLayout.TABLE_SIZE), 0));
  }

  private Place moved(int scale, String by) {
    boolean isOfMany = kind == Kind.MEMORY || kind == Kind.ELEMENTS || by.startsWith("%");
    if (index == null && isOfMany) {
      return new Place(kind, key, by, offset);
    }
    return new Place(kind, key, index, offset + scale * Long.parseLong(by));
  }

  // What is loaded from here.
  private Place loaded(String name, ContextLayout layout) {
    if (kind == Kind.TABLE && offset == ContextLayout.TABLE_ELEMENTS) {
      return new Place(Kind.ELEMENTS, name, null, 0);
    } else if (kind != Kind.CONTEXT) {
      return new Place(Kind.FUNCTION, name, null, 0);
    } else if (offset < layout.table(0)) {
      return new Place(Kind.MEMORY, name, null, 0);
    } else if (offset < layout.global(0)) {
      return new Place(Kind.TABLE, String.valueOf(offset), null, 0);
    }
    return new Place(offset < layout.function(0) ? Kind.GLOBAL : Kind.FUNCTION, name, null, 0);
  }
}
