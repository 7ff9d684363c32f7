package org.dylink.machine.llvm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.machine.MachineObject;
import org.dylink.machine.llvm.Disassembly.Line;

/**
 * A check of memory that is not what it should be: its jump to the trap is taken out, or the end
 * that it compares is a byte too near.
 *
 * @param line the jump, or the instruction that computes the end
 */
record CheckChange(int function, Line line) {
  private static final byte NOP = (byte) 0x90;
  private static final int MOST_LINES_OF_A_TRAP = 8;

  /** All of a function, whose checks are comparisons that lead to a trap of accesses. */
  static List<CheckChange> of(Disassembly code, int function, MachineObject.Range range) {
    List<CheckChange> all = new ArrayList<>();
    List<Line> lines = code.lines(range);
    for (int i = 2; i < lines.size(); i++) {
      Line jump = lines.get(i);
      if (jump.text().matches("j(a|ae|b|be) \\d+") && isTrap(code, jump)) {
        all.add(new CheckChange(function, jump));
        Line end = lines.get(i - 2);
        String compared = end.text().replaceAll("^lea (r\\w+), \\[\\w+ \\+ \\d+\\]$", "$1");
        if (lines.get(i - 1).text().startsWith("cmp " + compared + ",")) {
          all.add(new CheckChange(function, end));
        }
      }
    }
    return all;
  }

  private static boolean isTrap(Disassembly code, Line jump) {
    Line line = code.line(jump.end() + number(jump, "j\\w+ (\\d+)"));
    for (int i = 0; i < MOST_LINES_OF_A_TRAP && line.text().matches("(mov|lea|inc|add) .*"); i++) {
      line = code.line(line.end());
    }
    if (!line.text().matches("call -?\\d+")) {
      return false;
    }
    Line first = code.line(line.end() + number(line, "call (-?\\d+)"));
    return first.text().equals("mov rsi, rdi")
        && code.line(first.end()).text().matches("mov edi, \\d+");
  }

  private static int number(Line line, String pattern) {
    return Integer.parseInt(line.text().replaceAll(pattern, "$1"));
  }

  MachineObject apply(MachineObject object) {
    byte[] image = object.image().clone();
    if (line.text().startsWith("j")) {
      Arrays.fill(image, line.at(), line.end(), NOP);
    } else {
      nearer(image, number(line, ".* \\+ (\\d+)\\]"));
    }
    return with(object, image);
  }

  /** An object with another image. */
  static MachineObject with(MachineObject object, byte[] image) {
    return new MachineObject(
        object.target(),
        object.baseline(),
        object.compiler(),
        object.digest(),
        image,
        object.enter(),
        object.functions(),
        object.types());
  }

  // An instruction ends in its distance, of one byte if that has room.
  private void nearer(byte[] image, int distance) {
    if (distance <= Byte.MAX_VALUE) {
      image[line.end() - 1]--;
    } else {
      ByteBuffer bytes = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putInt(line.end() - Integer.BYTES, distance - 1);
    }
  }
}
