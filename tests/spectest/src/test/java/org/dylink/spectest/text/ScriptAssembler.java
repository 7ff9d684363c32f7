package org.dylink.spectest.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;

/** Writes a script's modules and commands as wast2json does. */
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
    for (Expression each : ExpressionReader.read(Files.readString(script))) {
      assembler.add(each);
    }
    JsonObject json = new JsonObject();
    json.add("commands", assembler.commands);
    Files.writeString(commands, json.toString());
  }

  private void add(Expression each) throws IOException {
    JsonObject command = new JsonObject();
    command.addProperty("type", each.head());
    command.addProperty("line", each.line());
    if (!isLeftOut.test(each.line())) {
      addParts(each, command);
    }
    commands.add(command);
  }

  private void addParts(Expression each, JsonObject command) throws IOException {
    switch (each.head()) {
      case "module" -> addModule(each, command);
      case "register" -> addRegister(each, command);
      case "assert_return" -> {
        command.add("action", action(each.item(1)));
        command.add("expected", constants(each.from(2)));
      }
      case "assert_exception" -> command.add("action", action(each.item(1)));
      case "assert_trap" -> {
        command.add("action", action(each.item(1)));
        command.addProperty("text", each.item(2).string());
      }
      case "assert_invalid", "assert_malformed" -> {
        addModule(each.item(1), command);
        command.addProperty("text", each.item(2).string());
      }
      default -> throw each.unknown();
    }
  }

  private void addModule(Expression module, JsonObject command) throws IOException {
    if (module.items().size() > 1 && "quote".equals(module.item(1).text())) {
      command.addProperty("module_type", "text");
      return;
    }
    String file = "module." + commands.size() + ".wasm";
    Files.write(folder.resolve(file), ModuleAssembler.assemble(module));
    command.addProperty("filename", file);
  }

  /** Of the latest module. */
  private static void addRegister(Expression each, JsonObject command) {
    if (each.items().size() != 2) {
      throw each.unknown();
    }
    command.addProperty("as", each.item(1).string());
  }

  private static JsonObject action(Expression invoke) {
    if (!invoke.is("invoke")) {
      throw invoke.unknown();
    }
    JsonObject action = new JsonObject();
    action.addProperty("type", "invoke");
    action.addProperty("field", invoke.item(1).string());
    action.add("args", constants(invoke.from(2)));
    return action;
  }

  private static JsonArray constants(List<Expression> values) {
    JsonArray constants = new JsonArray();
    values.forEach(each -> constants.add(constant(each)));
    return constants;
  }

  /** A value by its bits, as an unsigned number. */
  private static JsonObject constant(Expression each) {
    JsonObject constant = new JsonObject();
    constant.addProperty("type", type(each));
    constant.addProperty("value", bits(each, each.item(1)));
    return constant;
  }

  private static String type(Expression constant) {
    return constant.is("ref.null")
        ? TypeUse.reference(constant.item(1)).toString()
        : constant.head().replace(".const", "");
  }

  private static String bits(Expression constant, Expression value) {
    return switch (constant.head()) {
      case "i32.const" -> Integer.toUnsignedString(Literal.i32(value));
      case "i64.const" -> Long.toUnsignedString(Literal.i64(value));
      case "f32.const" -> Integer.toUnsignedString(Float.floatToRawIntBits(Literal.f32(value)));
      case "f64.const" -> Long.toUnsignedString(Double.doubleToRawLongBits(Literal.f64(value)));
      case "ref.null" -> "null";
      default -> throw constant.unknown();
    };
  }
}
