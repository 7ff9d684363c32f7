package org.dylink.machine.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.engine.machine.MachineCompiler;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.engine.machine.make.Platform;
import org.dylink.machine.objects.KeptHere;
import org.dylink.machine.objects.KeptObjects;
import org.dylink.machine.objects.Making;
import org.dylink.machine.objects.ObjectMaker;
import org.dylink.machine.objects.ObjectSource;

/**
 * Machine code of the libraries that tests link again and again, made once by each compiler and
 * kept in the folder {@code dylink.test.objects}; without one, made each time. A compiler is known
 * by its classes and those that it shares with the engine, so that none is asked for what another
 * one has made.
 */
public final class TestObjects {
  private static final String FOLDER = "dylink.test.objects";

  private TestObjects() {}

  /** What a compiler makes. */
  public static ObjectSource of(MachineCompiler compiler) {
    String folder = System.getProperty(FOLDER);
    return folder == null
        ? ObjectSource.compiling(compiler)
        : kept(compiler, Path.of(folder).resolve(digest(compiler.getClass(), Platform.class)));
  }

  private static ObjectSource kept(MachineCompiler compiler, Path path) {
    ObjectFolder folder = new ObjectFolder(path);
    return new KeptObjects(
        List.of(new KeptHere(folder, Platform.NAME)),
        Platform.NAME,
        new ObjectMaker(compiler, folder, Making.FIRST));
  }

  private static String digest(Class<?>... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Class<?> part : parts) {
        Path place = Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(place)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(Files.readAllBytes(file));
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
