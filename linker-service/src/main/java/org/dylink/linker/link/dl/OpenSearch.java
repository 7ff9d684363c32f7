package org.dylink.linker.link.dl;

import java.util.List;
import java.util.Optional;
import org.dylink.format.ProgramKind;
import org.dylink.linker.Library;
import org.dylink.linker.LibraryFinder;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.load.LibrarySearch;
import org.dylink.linker.link.load.SearchResult;
import org.dylink.linker.link.parts.Place;

/** Finds the library that a program opens by a name or a path. */
final class OpenSearch {
  private final ProgramImage image;

  OpenSearch(ProgramImage image) {
    this.image = image;
  }

  // Who runs the program and knows its files decides first; then the caller's bundle and wires, as
  // for NEEDED, then the registry; last who runs the program may bring a library of that name.
  Library find(String file, Place caller) throws LinkException {
    LibraryFinder finder = image.request().finder();
    List<Library> loaded = image.places().stream().map(Place::library).toList();
    Optional<Library> opened = finder.findFile(file, caller.library(), loaded);
    if (opened.isPresent()) {
      return opened.get();
    }
    SearchResult result = search(file, caller);
    Optional<Library> library =
        result.isFound()
            ? Optional.of(result.library())
            : finder.find(LibrarySearch.nameOf(file), caller.library());
    return library.orElseThrow(() -> notFound(file, result, caller));
  }

  private SearchResult search(String file, Place caller) {
    ProgramKind program = image.main().module().programKind();
    return image.context().search().open(file, caller.library(), program);
  }

  // Of the framework's reason and of the folders of whoever runs the program, the last that were
  // searched are those that a person can do something about.
  private LinkException notFound(String name, SearchResult result, Place caller) {
    String reason =
        image
            .request()
            .finder()
            .searched(name, caller.library())
            .map(folders -> "not found: " + folders)
            .orElse(result.failure());
    return LinkException.of(Reason.MISSING_LIBRARY, name, "cannot open: " + reason, null);
  }
}
