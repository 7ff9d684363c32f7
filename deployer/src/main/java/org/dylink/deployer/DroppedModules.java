package org.dylink.deployer;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import org.apache.felix.fileinstall.ArtifactUrlTransformer;
import org.dylink.format.PrintableText;
import org.dylink.headers.LibraryFileName;
import org.osgi.service.component.annotations.Component;

/**
 * Makes a module that lies in a folder watched by File Install a bundle: installed when it comes,
 * updated when it changes, uninstalled when it goes. The bundle's location is the file's {@code
 * wasm:} URL, which the framework can read again.
 */
@Component
public final class DroppedModules implements ArtifactUrlTransformer {
  private static final Logger LOG = System.getLogger(DroppedModules.class.getName());

  // Not the framework's: a URL that is made here works also where its URL handlers do not.
  private static final URLStreamHandler HANDLER =
      new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL url) {
          return new LibraryConnection(url);
        }
      };

  /** Made by the component runtime. */
  public DroppedModules() {}

  // By the name alone: what nobody handles, File Install asks about again and again.
  @Override
  public boolean canHandle(File file) {
    return LibraryFileName.isLibrary(file.getName());
  }

  /**
   * Names the bundle that a file is.
   *
   * @return null if the file is no module; why is logged, once until the file changes. File Install
   *     then forgets the file, and uninstalls the bundle that it was before
   */
  @Override
  public URL transform(URL file) throws MalformedURLException {
    URL bundle = new URL(null, LibraryUrl.PROTOCOL + ":" + file, HANDLER);
    // Read here, and not when File Install does: it would keep the bundle of the file's old
    // contents, and tell of it only where its log level has been raised.
    try {
      bundle.openConnection().connect();
      return bundle;
    } catch (IOException e) {
      LOG.log(Level.ERROR, "not deployed: {0}", PrintableText.ofLines(e.getMessage()));
      return null;
    }
  }
}
