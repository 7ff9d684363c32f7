import java.nio.file.Path;
import org.dylink.binding.WasmLibrary;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.linker.embed.Dylink;

public class Dylinked {
  @WasmLibrary("libwords.so")
  interface Words {
    int count_words(String text);
  }

  public static void main(String[] arguments) throws Exception {
    Words words = WasmBinder.bind(Words.class, Dylink.create(Path.of("."), Path.of(arguments[0])));
    System.out.println(words.count_words("to be or not"));
  }
}
