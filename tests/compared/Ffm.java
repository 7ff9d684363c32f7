import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

public class Ffm {
  public static void main(String[] arguments) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup words = SymbolLookup.libraryLookup(Path.of("libwords.so"), arena);
      MethodHandle countWords =
          Linker.nativeLinker()
              .downcallHandle(
                  words.find("count_words").orElseThrow(),
                  FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
      System.out.println((int) countWords.invokeExact(arena.allocateFrom("to be or not")));
    }
  }
}
