import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Opens the bundles of the runnable jar: their classes into one folder, the other files of each into
 * a folder of its own, with a list of them beside it. The index then has them without {@code .jar}.
 * Run by the build, from source.
 */
final class OwnBundles {
  private static final String JAR = ".jar";

  private final Path bundles;
  private final Path classes;

  private OwnBundles(Path bundles, Path classes) {
    this.bundles = bundles;
    this.classes = classes;
  }

  /**
   * @param arguments the folder of the bundles and of their index; the folder for the classes
   */
  public static void main(String[] arguments) throws IOException {
    new OwnBundles(Path.of(arguments[0]), Path.of(arguments[1])).openAll();
  }

  private void openAll() throws IOException {
    Path index = bundles.resolve("index.txt");
    List<String> lines = new ArrayList<>();
    List<String> named = Files.readAllLines(index);
    named.removeIf(String::isBlank); // of a group that has no bundle here
    for (String line : named) {
      lines.add(withoutJar(line));
      open(line.substring(line.indexOf(' ') + 1));
    }
    Files.write(index, lines);
  }

  private void open(String file) throws IOException {
    Path folder = bundles.resolve(withoutJar(file));
    List<String> names = new ArrayList<>();
    try (ZipFile jar = new ZipFile(bundles.resolve(file).toFile())) {
      for (ZipEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (entry.isDirectory() || name.startsWith("META-INF/maven/")) {
          continue;
        }
        // Beside a class is what it reads itself.
        if (!name.startsWith("META-INF/") || name.startsWith("META-INF/services/")) {
          copy(jar, entry, classes);
        }
        if (!name.endsWith(".class")) {
          copy(jar, entry, folder);
          names.add(name);
        }
      }
    }
    Files.write(folder.resolveSibling(folder.getFileName() + ".entries"), names);
    Files.delete(bundles.resolve(file));
  }

  private static String withoutJar(String name) {
    return name.substring(0, name.length() - JAR.length());
  }

  private static void copy(ZipFile jar, ZipEntry entry, Path folder) throws IOException {
    Path target = folder.resolve(entry.getName());
    Files.createDirectories(target.getParent());
    try (InputStream content = jar.getInputStream(entry)) {
      // Of two bundles with one class the first counts, as on a class path.
      if (Files.notExists(target)) {
        Files.copy(content, target);
      }
    }
  }
}
