package org.dylink.engine.jvm.validate;

import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.BodyBuilder;
import org.dylink.engine.jvm.code.CodeCursor;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.code.Instruction;
import org.dylink.engine.jvm.code.InstructionReader;
import org.dylink.engine.jvm.code.InvalidCodeException;
import org.dylink.engine.jvm.code.LocalsReader;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * Decodes a body and follows the types through it, an instruction at a time. What an instruction
 * takes and leaves stands in its opcode, or, where it depends on the module, in {@link
 * TypingRules}.
 */
public final class Validator {
  /** Instructions of C are about this long, in bytes. */
  private static final int USUAL_LENGTH = 2;

  private Validator() {}

  /**
   * Decodes and validates a body.
   *
   * @throws InvalidCodeException for the first thing that is wrong with it
   */
  public static Body validate(ModuleCode module, int function) {
    IndexSpaces spaces = module.spaces();
    FunctionType type = spaces.function(function);
    CodeCursor bytes = module.body(function);
    ValueType[] locals = LocalsReader.read(bytes, type, spaces);
    BodyBuilder body = new BodyBuilder((bytes.end() - bytes.offset()) / USUAL_LENGTH);
    follow(new Typing(spaces, type, locals, body), new InstructionReader(bytes, spaces));
    return body.build(function, type, locals, spaces);
  }

  private static void follow(Typing typing, InstructionReader reader) {
    while (!reader.atEnd()) {
      Instruction each = reader.next();
      typing.take(each);
      TypingRules.of(each.opcode).check(typing, each);
    }
    if (!typing.isDone()) {
      throw new InvalidCodeException(reader.offset(), "function body must end with end");
    }
  }
}
