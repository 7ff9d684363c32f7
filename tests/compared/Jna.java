import com.sun.jna.Library;
import com.sun.jna.Native;

public class Jna {
  interface Words extends Library {
    int count_words(String text);
  }

  public static void main(String[] arguments) {
    Words words = Native.load(new java.io.File("libwords.so").getAbsolutePath(), Words.class);
    System.out.println(words.count_words("to be or not"));
  }
}
