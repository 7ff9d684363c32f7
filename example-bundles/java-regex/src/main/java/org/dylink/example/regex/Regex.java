package org.dylink.example.regex;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.dylink.engine.Memory;
import org.dylink.engine.host.Errno;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;

/** The library {@code libjregex.so}; jregex.h says what its functions do. */
@Component
@Capability(
    namespace = "wasm.library",
    name = Regex.NAME,
    version = "1.0.0",
    attribute = "abi=host")
public final class Regex implements HostLibrary {
  static final String NAME = "libjregex.so";

  @Override
  public String moduleName() {
    return NAME;
  }

  @HostSymbol("regex_each")
  @Errno(value = Errno.EINVAL, on = PatternSyntaxException.class)
  int each(Guest guest, int pattern, int text, int visitor, int context) throws Throwable {
    Matcher matcher = matcher(guest.memory(), pattern, text);
    // C's type of it is checked at the call: a wrong one is a trap, as it is between C functions.
    var visit = guest.function(visitor).handle();
    int matches = 0;
    int stop = 0;
    while (stop == 0 && matcher.find()) {
      matches++;
      int length = matcher.end() - matcher.start();
      stop = (int) visit.invokeExact(text + matcher.start(), length, context);
    }
    return matches;
  }

  @HostSymbol("regex_require")
  void require(Guest guest, int pattern, int text) throws NoMatchException {
    Matcher matcher = matcher(guest.memory(), pattern, text);
    if (!matcher.matches()) {
      throw new NoMatchException(string(guest.memory(), pattern), string(guest.memory(), text));
    }
  }

  private static Matcher matcher(Memory memory, int pattern, int text) {
    return Pattern.compile(string(memory, pattern)).matcher(string(memory, text));
  }

  // One character a byte: so the matcher's positions are C's.
  private static String string(Memory memory, int address) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = address; memory.readByte(at) != 0; at++) {
      bytes.write(memory.readByte(at));
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
