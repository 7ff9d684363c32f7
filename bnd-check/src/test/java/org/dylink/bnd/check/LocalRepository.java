package org.dylink.bnd.check;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A repository of Maven's with what the class path has, so that no network is needed. */
final class LocalRepository {
  private static final Path LIBC = Path.of("../example-bundles/libc/src/main/resources");

  private LocalRepository() {}

  /**
   * Fills it.
   *
   * @param coordinates group, artifact and version, with colons between them
   */
  static void fill(Path repository, List<String> coordinates) throws Exception {
    for (String line : coordinates) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(":", -1);
        String name = words[1] + "-" + words[2] + ".jar";
        Path folder =
            repository.resolve(words[0].replace('.', '/')).resolve(words[1]).resolve(words[2]);
        Files.createDirectories(folder);
        write(words[1], name, folder.resolve(name));
      }
    }
  }

  /** The file of an artifact. */
  static Path file(Path repository, String group, String artifact) throws IOException {
    Path folder = repository.resolve(group.replace('.', '/')).resolve(artifact);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  private static void write(String artifact, String name, Path target) throws Exception {
    boolean isLibc = artifact.equals("org.dylink.example.libc");
    Path source = isLibc ? LIBC : onClassPath(artifact, name);
    if (Files.isRegularFile(source)) {
      Files.copy(source, target);
      return;
    }
    try (Jar jar = isLibc ? libc(artifact) : new Jar(artifact, source.toFile())) {
      jar.write(target.toFile());
    }
  }

  /** A jar; or, of a module of this build that none was made of yet, the folder of its classes. */
  private static Path onClassPath(String artifact, String name) throws IOException {
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path file = Path.of(each).toAbsolutePath();
      if (file.endsWith(name) || (file.endsWith("target/classes") && isOf(file, artifact))) {
        return file;
      }
    }
    throw new IOException(
        "%s of archetypes/bnd-workspace/cnf/bundles.mvn is not on the class path: another version?"
            .formatted(name));
  }

  private static boolean isOf(Path classes, String artifact) throws IOException {
    Path pom = classes.getParent().resolveSibling("pom.xml");
    return Files.readString(pom).contains("<artifactId>" + artifact + "</artifactId>\n  <name>");
  }

  /** Its bundle is built after this module. */
  private static Jar libc(String name) throws Exception {
    try (Builder builder = new Builder()) {
      builder.setProperty("-plugin.dylink", "org.dylink.bnd.LibraryAnalyzer");
      builder.setProperty("-wasm-library", "*.so;version=22.0.0");
      builder.setProperty("-resourceonly", "true");
      builder.setProperty("Bundle-SymbolicName", name);
      builder.setProperty("Bundle-Version", "0.1.0");
      builder.setJar(new Jar(name, LIBC.toFile()));
      Jar built = builder.build();
      builder.removeClose(built);
      return built;
    }
  }
}
