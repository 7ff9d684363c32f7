package org.dylink.spectest.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;

/** Writes a script's modules in the binary format, and its commands as JSON. */
public final class ScriptAssembler {
  private final Path folder;
  private final IntPredicate isLeftOut;
  private final JsonArray commands = new JsonArray();

  private ScriptAssembler(Path folder, IntPredicate isLeftOut) {
    this.folder = folder;
    this.isLeftOut = isLeftOut;
  }

  /**
   * Assembles a script.
   *
   * @param commands the file to write; modules are written beside it
   * @param isLeftOut the lines of commands of which type and line are written only
   * @throws IllegalArgumentException for what is not known here, with its line
   */
  public static void assemble(Path script, Path commands, IntPredicate isLeftOut)
      throws IOException {
    ScriptAssembler assembler = new ScriptAssembler(commands.getParent(), isLeftOut);
    // As it comes: comments may hold what is not UTF-8.
    String source = new String(Files.readAllBytes(script), StandardCharsets.UTF_8);
    List<Expression> all = ExpressionReader.read(source);
    if (!all.isEmpty() && !isCommand(all.get(0))) {
      assembler.addWhole(all);
    } else {
      for (Expression each : all) {
        assembler.add(each);
      }
    }
    JsonObject json = new JsonObject();
    json.add("commands", assembler.commands);
    Files.writeString(commands, json.toString());
  }

  private static boolean isCommand(Expression each) {
    String head = each.head();
    return head.startsWith("assert_")
        || List.of("module", "register", "invoke", "get").contains(head);
  }

  /** A script may be the fields of one module. */
  private void addWhole(List<Expression> fields) throws IOException {
    JsonObject command = new JsonObject();
    command.addProperty("type", "module");
    command.addProperty("line", fields.get(0).line());
    write(ModuleAssembler.assemble(fields), command);
    commands.add(command);
  }

  private void add(Expression each) throws IOException {
    JsonObject command = new JsonObject();
    command.addProperty("type", isAction(each) ? "action" : each.head());
    command.addProperty("line", line(each));
    if (!isLeftOut.test(line(each))) {
      addParts(each, command);
    }
    commands.add(command);
  }

  /** What is said of a module stands where that begins: the lists of lines have it so. */
  private static int line(Expression each) {
    boolean isOfModule = each.items().size() > 1 && each.item(1).is("module");
    return isOfModule ? each.item(1).line() : each.line();
  }

  private static boolean isAction(Expression each) {
    return each.is("invoke") || each.is("get");
  }

  private void addParts(Expression each, JsonObject command) throws IOException {
    switch (each.head()) {
      case "module" -> addModule(each, command);
      case "register" -> addRegister(each, command);
      case "invoke", "get" -> command.add("action", action(each));
      case "assert_return" -> {
        command.add("action", action(each.item(1)));
        command.add("expected", ScriptConstants.write(each.from(2)));
      }
      case "assert_exception" -> command.add("action", action(each.item(1)));
      case "assert_trap", "assert_exhaustion" -> {
        addSubject(each.item(1), command);
        command.addProperty("text", each.item(2).string());
      }
      case "assert_invalid", "assert_malformed", "assert_unlinkable" -> {
        addModule(each.item(1), command);
        command.addProperty("text", each.item(2).string());
      }
      case "assert_malformed_custom", "assert_invalid_custom" -> {
        command.addProperty("type", each.head().replace("_custom", ""));
        command.addProperty("module_type", "text");
      }
      default -> throw each.unknown();
    }
  }

  private void addSubject(Expression each, JsonObject command) throws IOException {
    if (each.is("module")) {
      addModule(each, command);
    } else {
      command.add("action", action(each));
    }
  }

  private void addModule(Expression module, JsonObject command) throws IOException {
    Tokens tokens = new Tokens(module, module.from(1));
    if (tokens.nextIsWord("instance")) {
      command.addProperty("type", "module_instance");
      tokens.next();
      addName("name", tokens, command);
      addName("module", tokens, command);
      return;
    } else if (tokens.nextIsWord("definition")) {
      command.addProperty("type", "module_definition");
      tokens.next();
    }
    addName("name", tokens, command);
    if (tokens.nextIsWord("quote")) {
      tokens.next();
      addQuoted(SegmentAssembler.strings(tokens.rest()), command);
    } else if (tokens.nextIsWord("binary")) {
      tokens.next();
      write(SegmentAssembler.strings(tokens.rest()), command);
    } else {
      write(ModuleAssembler.assemble(tokens.rest()), command);
    }
  }

  /** Text that is a module is assembled; that other text is none is for a reader of text to say. */
  private void addQuoted(byte[] text, JsonObject command) throws IOException {
    if (command.get("type").getAsString().equals("module")) {
      write(assembleText(new String(text, StandardCharsets.UTF_8)), command);
    } else {
      command.addProperty("module_type", "text");
    }
  }

  private static byte[] assembleText(String text) {
    List<Expression> all = ExpressionReader.read(text);
    boolean isWhole = all.size() == 1 && all.get(0).is("module");
    return ModuleAssembler.assemble(isWhole ? Names.behindName(all.get(0)) : all);
  }

  private static void addName(String member, Tokens tokens, JsonObject command) {
    if (tokens.nextIsName()) {
      command.addProperty(member, tokens.next().text());
    }
  }

  private void write(byte[] module, JsonObject command) throws IOException {
    String file = "module." + commands.size() + ".wasm";
    Files.write(folder.resolve(file), module);
    command.addProperty("filename", file);
  }

  private static void addRegister(Expression each, JsonObject command) {
    Tokens tokens = new Tokens(each, each.from(1));
    command.addProperty("as", tokens.next().string());
    addName("name", tokens, command);
  }

  private static JsonObject action(Expression each) {
    if (!isAction(each)) {
      throw each.unknown();
    }
    JsonObject action = new JsonObject();
    action.addProperty("type", each.head());
    Tokens tokens = new Tokens(each, each.from(1));
    addName("module", tokens, action);
    action.addProperty("field", tokens.next().string());
    if (each.is("invoke")) {
      action.add("args", ScriptConstants.write(tokens.rest()));
    }
    return action;
  }
}
