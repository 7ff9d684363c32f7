package org.dylink.bindgen.tree;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what clang prints for {@code -ast-dump=json}, one declaration after the other: the tree of
 * a large header has tens of megabytes, each of its declarations some kilobytes.
 */
final class AstReader {
  // Deeper than any declaration is: what is below belongs to the code of inline functions.
  private static final int DEEPEST = 60;
  // Objects and arrays, in the code of inline functions, which is skipped.
  private static final int NESTING_LIMIT = 100_000;
  private static final Set<String> NAMED_OBJECTS = Set.of("type", "decl", "fixedUnderlyingType");

  private final JsonReader json;
  private final PlaceReader places;

  private AstReader(Reader text) {
    this.json = new JsonReader(text);
    this.places = new PlaceReader(json);
    json.setNestingLimit(NESTING_LIMIT);
  }

  /**
   * Reads a whole tree.
   *
   * @param consumer is given the declarations of the file, in its order
   * @throws IOException if it is no such tree
   */
  static void read(Reader text, Consumer<AstNode> consumer) throws IOException {
    try {
      new AstReader(text).readFile(consumer);
    } catch (IllegalStateException | NumberFormatException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void readFile(Consumer<AstNode> consumer) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals("inner")) {
        json.beginArray();
        while (json.hasNext()) {
          consumer.accept(node(0));
        }
        json.endArray();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  private AstNode node(int depth) throws IOException {
    Map<String, String> values = new HashMap<>();
    List<AstNode> children = new ArrayList<>();
    SourcePlace place = SourcePlace.NOWHERE;
    SourcePlace[] range = {SourcePlace.NOWHERE, SourcePlace.NOWHERE};
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      switch (name) {
        case "loc" -> place = places.place();
        case "range" -> range = places.range();
        case "inner" -> readChildren(children, depth + 1);
        default -> readValue(values, name);
      }
    }
    json.endObject();
    return new AstNode(values, place, range[0], range[1], children);
  }

  private void readChildren(List<AstNode> children, int depth) throws IOException {
    if (depth > DEEPEST) {
      places.skip();
      return;
    }
    json.beginArray();
    while (json.hasNext()) {
      children.add(node(depth));
    }
    json.endArray();
  }

  private void readValue(Map<String, String> values, String name) throws IOException {
    JsonToken token = json.peek();
    if (token == JsonToken.STRING || token == JsonToken.NUMBER) {
      values.put(name, json.nextString());
    } else if (token == JsonToken.BOOLEAN) {
      values.put(name, String.valueOf(json.nextBoolean()));
    } else if (token == JsonToken.BEGIN_OBJECT && NAMED_OBJECTS.contains(name)) {
      json.beginObject();
      while (json.hasNext()) {
        readValue(values, name + "." + json.nextName());
      }
      json.endObject();
    } else {
      places.skip();
    }
  }
}
