package org.dylink.bindgen.tree;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;

/**
 * Reads places. Clang leaves out the file and the line where they are those of the place that it
 * printed before, wherever that was: so all of them have to be read, in order.
 */
final class PlaceReader {
  private static final String INCLUDED_FROM = "includedFrom";

  private final JsonReader json;
  private String file = "";
  private int line;

  PlaceReader(JsonReader json) {
    this.json = json;
  }

  /** A place: an object, with two in it where a macro made the word. */
  SourcePlace place() throws IOException {
    SourcePlace used = SourcePlace.NOWHERE;
    int column = 0;
    int offset = -1;
    int length = 0;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "offset" -> offset = json.nextInt();
        case "file" -> file = json.nextString();
        case "line" -> line = json.nextInt();
        case "col" -> column = json.nextInt();
        case "tokLen" -> length = json.nextInt();
        case "expansionLoc" -> used = place();
        case "spellingLoc" -> place();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return offset < 0 ? used : new SourcePlace(file, line, column, offset, length);
  }

  /** The first and the last word of something. */
  SourcePlace[] range() throws IOException {
    SourcePlace[] range = {SourcePlace.NOWHERE, SourcePlace.NOWHERE};
    json.beginObject();
    while (json.hasNext()) {
      range[json.nextName().equals("begin") ? 0 : 1] = place();
    }
    json.endObject();
    return range;
  }

  /** Passes over a value, but for the places in it. */
  void skip() throws IOException {
    int open = 0;
    do {
      JsonToken token = json.peek();
      switch (token) {
        case BEGIN_OBJECT -> {
          json.beginObject();
          open++;
        }
        case END_OBJECT -> {
          json.endObject();
          open--;
        }
        case BEGIN_ARRAY -> {
          json.beginArray();
          open++;
        }
        case END_ARRAY -> {
          json.endArray();
          open--;
        }
        case NAME -> skipNamed(json.nextName());
        default -> json.skipValue();
      }
    } while (open > 0);
  }

  private void skipNamed(String name) throws IOException {
    JsonToken token = json.peek();
    if (name.equals("file") && token == JsonToken.STRING) {
      file = json.nextString();
    } else if (name.equals("line") && token == JsonToken.NUMBER) {
      line = json.nextInt();
    } else if (name.equals(INCLUDED_FROM)) {
      json.skipValue();
    }
  }
}
