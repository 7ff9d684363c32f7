package ${package};

import org.dylink.binding.plain.WasmBinder;
import org.dylink.linker.embed.Dylink;

/** Counts the words of its arguments, in C. */
public final class Main {
  private Main() {}

  /** The libraries are in the folder {@code lib} of the class path. */
  public static void main(String[] arguments) throws Exception {
    try (Dylink dylink = Dylink.builder().classPath(Main.class.getClassLoader(), "lib").build();
        Words words = WasmBinder.bind(Words.class, dylink)) {
      for (String argument : arguments) {
        System.out.println(words.count(argument) + " of " + words.seen());
      }
    }
  }
}
