package org.dylink.deployer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;

/** Reads the module that a {@code wasm:} URL names, and is read as a bundle. */
final class LibraryConnection extends URLConnection {
  private byte[] bundle;

  LibraryConnection(URL url) {
    super(url);
  }

  @Override
  public void connect() throws IOException {
    if (!connected) {
      bundle = makeBundle();
      connected = true;
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    connect();
    return new ByteArrayInputStream(bundle);
  }

  @Override
  public String getContentType() {
    return "application/java-archive";
  }

  private byte[] makeBundle() throws IOException {
    try {
      LibraryUrl wanted = LibraryUrl.parse(url.toExternalForm());
      return LibraryBundle.of(read(wanted), wanted.version(), wanted.identity());
    } catch (MalformedModuleException e) {
      throw new IOException(url + ": " + e.detail(), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(url + ": " + e.getMessage(), e);
    }
  }

  private static WasmModule read(LibraryUrl wanted) throws IOException, MalformedModuleException {
    URLConnection connection = new URL(wanted.module()).openConnection();
    // A jar: URL would keep its jar open, and answer from it after the file has changed.
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return WasmModule.read(wanted.name(), in);
    }
  }
}
