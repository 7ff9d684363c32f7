package org.dylink.app.command;

import java.util.Optional;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.Folders;
import org.dylink.linker.Library;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;

/** A search in the folders of a command line, then in the bundles that the framework has. */
final class FileSearch {
  private FileSearch() {}

  static DependencySearch of(Arguments arguments, Console console, BundleContext context) {
    Folders folders = new Folders(console.folder(), arguments.all(Option.LIBRARY_FOLDER));
    return new DependencySearch(folders, name -> origin(context, name));
  }

  private static Optional<String> origin(BundleContext context, String library) {
    for (Bundle bundle : context.getBundles()) {
      if (provides(bundle.adapt(BundleRevision.class), library)) {
        return Optional.of("bundle " + bundle.getSymbolicName() + " " + bundle.getVersion());
      }
    }
    return Optional.empty();
  }

  private static boolean provides(BundleRevision revision, String library) {
    return revision != null
        && revision.getDeclaredCapabilities(Library.NAMESPACE).stream()
            .anyMatch(c -> library.equals(c.getAttributes().get(Library.NAMESPACE)));
  }
}
