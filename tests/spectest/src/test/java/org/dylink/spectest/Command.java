package org.dylink.spectest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.dylink.spectest.text.ScriptAssembler;

/**
 * One command of a script, as {@link ScriptAssembler} writes it.
 *
 * @param folder where the modules lie
 * @param line where it stands in the script
 */
record Command(Path folder, CommandType type, int line, JsonObject json) {
  static List<Command> read(Path file) throws IOException {
    Path folder = file.getParent();
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonObject script = JsonParser.parseReader(reader).getAsJsonObject();
      return objects(script.getAsJsonArray("commands")).stream()
          .map(
              c ->
                  new Command(folder, CommandType.of(text(c, "type")), c.get("line").getAsInt(), c))
          .toList();
    }
  }

  Action action() {
    JsonObject action = json.getAsJsonObject("action");
    return new Action(
        optionalText(action, "module"),
        text(action, "field"),
        action.has("args") ? values(action.getAsJsonArray("args")) : Optional.empty());
  }

  List<Constant> expected() {
    return objects(json.getAsJsonArray("expected")).stream().map(Constant::of).toList();
  }

  /** The module's or instance's name in the script. */
  Optional<String> name() {
    return optionalText(json, "name");
  }

  /** The name of the module that an instance is made of. */
  Optional<String> definition() {
    return optionalText(json, "module");
  }

  /** The import module's name under which an instance is registered. */
  String registeredAs() {
    return text(json, "as");
  }

  /** What a trap or an error is about. */
  String text() {
    return text(json, "text");
  }

  boolean isTextFormat() {
    return optionalText(json, "module_type").filter("text"::equals).isPresent();
  }

  byte[] moduleBytes() throws IOException {
    return Files.readAllBytes(folder.resolve(text(json, "filename")));
  }

  /**
   * What is done to an instance.
   *
   * @param instance the instance's name; empty for the latest
   * @param arguments of a call; empty where a global is read
   */
  record Action(Optional<String> instance, String export, Optional<List<Constant>> arguments) {}

  private static Optional<List<Constant>> values(JsonArray array) {
    return Optional.of(objects(array).stream().map(Constant::of).toList());
  }

  private static List<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(e -> e.getAsJsonObject()).toList();
  }

  private static String text(JsonObject object, String member) {
    return object.get(member).getAsString();
  }

  private static Optional<String> optionalText(JsonObject object, String member) {
    return object.has(member) ? Optional.of(text(object, member)) : Optional.empty();
  }
}
