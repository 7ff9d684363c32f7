package org.dylink.deployer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.PrintableText;
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
      WasmModule library = WasmModule.read(wanted.name(), new URL(wanted.module()));
      return LibraryBundle.of(library, wanted.version(), wanted.identity());
    } catch (MalformedModuleException e) {
      throw new IOException(shown() + ": " + e.detail(), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(shown() + ": " + e.getMessage(), e);
    }
  }

  private String shown() {
    return PrintableText.of(url.toString());
  }
}
