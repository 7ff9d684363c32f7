package org.acme;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.osgi.service.component.annotations.Component;

@Component
public class ForeignWords implements Words {
  static {
    System.loadLibrary("words");
  }

  private static final MethodHandle COUNT_WORDS =
      Linker.nativeLinker()
          .downcallHandle(
              SymbolLookup.loaderLookup().find("count_words").orElseThrow(),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

  @Override
  public int count_words(String text) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) COUNT_WORDS.invokeExact(arena.allocateFrom(text));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
