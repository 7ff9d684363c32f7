package org.dylink.app.launch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.connect.ConnectContent;

/**
 * A bundle whose classes are this jar's and whose other files are in a folder of it. A list beside
 * the folder says which.
 *
 * @param folder where the files are, from the root of the class path, with a slash at the end
 * @param names the files, from there
 */
record OwnBundle(String folder, Set<String> names) implements ConnectContent {
  static final String SCHEME = "dylink:";
  static final String FOLDER = "/bundles/";

  private static final String LIST = ".entries";

  /** The bundle of a location; empty if it is another's. */
  static Optional<OwnBundle> at(String location) throws IOException {
    if (!location.startsWith(SCHEME)) {
      return Optional.empty();
    }
    String folder = FOLDER + location.substring(SCHEME.length());
    try (InputStream list = OwnBundle.class.getResourceAsStream(folder + LIST)) {
      if (list == null) {
        return Optional.empty();
      }
      String lines = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new OwnBundle(folder + "/", Set.copyOf(List.of(lines.split("\n")))));
    }
  }

  /** The framework reads them from the manifest. */
  @Override
  public Optional<Map<String, String>> getHeaders() {
    return Optional.empty();
  }

  @Override
  public Iterable<String> getEntries() {
    return names;
  }

  @Override
  public Optional<ConnectEntry> getEntry(String path) {
    return names.contains(path) ? Optional.of(new Entry(path)) : Optional.empty();
  }

  @Override
  public Optional<ClassLoader> getClassLoader() {
    return Optional.of(OwnBundle.class.getClassLoader());
  }

  @Override
  public void open() {}

  @Override
  public void close() {}

  private final class Entry implements ConnectEntry {
    private final String name;

    Entry(String name) {
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public long getLastModified() {
      return 0;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      InputStream content = OwnBundle.class.getResourceAsStream(folder + name);
      if (content == null) {
        throw new FileNotFoundException(folder + name);
      }
      return content;
    }
  }
}
