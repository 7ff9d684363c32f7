package org.dylink.app.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.host.HostNames;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.ProgramKind;
import org.dylink.format.Suggestion;
import org.dylink.format.WasmModule;
import org.dylink.linker.FileIdentity;

/**
 * The folders of a command line, in which libraries are looked for.
 *
 * @param base what relative paths start from, absolute
 * @param names the folders as they were given, in order
 */
public record Folders(Path base, List<String> names) {
  public Folders {
    names = List.copyOf(names);
  }

  /**
   * Looks for a name in these folders, then in some others.
   *
   * @param program which libraries can be part of the program
   * @throws SearchException if a file of that name cannot be read or holds no module
   */
  public FoundFile find(String name, List<String> others, ProgramKind program)
      throws SearchException {
    FoundFile found = FoundFile.NOTHING;
    for (String shown : Stream.concat(in(names, name), in(others, name)).toList()) {
      LibraryFile file = read(shown);
      if (file.module().programKind().fits(program)) {
        return FoundFile.of(file);
      } else if (found.remark().isEmpty()) {
        found = FoundFile.other(file, program);
      }
    }
    return found;
  }

  /** What {@link #find} looks through, for messages: {@code searched ., ../lib}. */
  public String searched(List<String> others) {
    List<String> all = new ArrayList<>(names);
    all.addAll(others);
    return "searched " + (all.isEmpty() ? "no folder, as there is no -L" : String.join(", ", all));
  }

  // Some text, a file's NEEDED or RUNTIME_PATH among it, is no path at all.
  private Optional<Path> path(String text) {
    try {
      return Optional.of(HostNames.resolve(base, text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private boolean isFile(String text) {
    return path(text).filter(Files::isRegularFile).isPresent();
  }

  // NEEDED has names; a path in its place would lead out of the folders.
  private Stream<String> in(List<String> folders, String name) {
    return (name.contains("/") ? Stream.<String>empty() : folders.stream())
        .map(folder -> folder.endsWith("/") ? folder + name : folder + "/" + name)
        .filter(this::isFile);
  }

  /**
   * The file that a program names by a path, from the base on as everywhere. The folder that it
   * leads to must be in one of these: what lies elsewhere is not granted. The file itself may be a
   * link, as others are.
   */
  public Optional<String> locateGranted(String path) {
    try {
      Path file = HostNames.resolve(base, path);
      // Java takes a slash at the end for nothing; it names a folder.
      boolean isFile = !path.endsWith("/") && Files.isRegularFile(file);
      return isFile && isInside(file.getParent().toRealPath())
          ? Optional.of(path)
          : Optional.empty();
    } catch (InvalidPathException | IOException e) {
      return Optional.empty(); // a program may ask for anything
    }
  }

  private boolean isInside(Path place) throws IOException {
    for (String folder : names) {
      Path root = HostNames.resolve(base, folder);
      if (Files.isDirectory(root) && place.startsWith(root.toRealPath())) {
        return true;
      }
    }
    return false;
  }

  /** What a person named: a path, or the name of a file in one of the folders. */
  FoundFile locate(String named, ProgramKind program) throws SearchException {
    return isFile(named) ? FoundFile.of(read(named)) : find(named, List.of(), program);
  }

  private static WasmModule module(String name, Path path)
      throws IOException, MalformedModuleException {
    try (InputStream in = Files.newInputStream(path)) {
      return WasmModule.read(name, in);
    }
  }

  /** The folders that are not there, or are none. */
  public List<String> missing() {
    return names.stream().filter(name -> path(name).filter(Files::isDirectory).isEmpty()).toList();
  }

  /** What stands under a path and is no file that could be read; empty if nothing does. */
  Optional<String> obstacle(String named) {
    return path(named)
        .filter(path -> !named.isEmpty() && Files.exists(path))
        .map(path -> Files.isDirectory(path) ? "a folder" : "not a regular file");
  }

  /**
   * Reads a file.
   *
   * @param shown its path, as messages show it
   * @throws SearchException if it cannot be read or holds no module
   */
  public LibraryFile read(String shown) throws SearchException {
    Path path = HostNames.resolve(base, shown);
    String name = HostNames.text(path.getFileName());
    try {
      // The folder's real path, so that one file has one path; the file's own name, though, as
      // libz.so may be a link to libz.so.1.
      Path real = path.getParent().toRealPath().resolve(path.getFileName());
      WasmModule module = module(name, path);
      return new LibraryFile(real, shown, module, FileIdentity.of(path, module));
    } catch (MalformedModuleException e) {
      throw new SearchException(List.of(e.getMessage()));
    } catch (NoSuchFileException e) {
      throw new SearchException(
          List.of(name + ": no such file: " + shown + Suggestion.ofFile(path)));
    } catch (IOException e) {
      throw new SearchException(List.of(name + ": cannot be read: " + e.getMessage()));
    }
  }
}
