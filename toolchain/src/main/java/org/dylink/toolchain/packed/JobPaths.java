package org.dylink.toolchain.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes the paths of a job absolute. A guest's current folder is its root, and of the tools clang's
 * driver alone can be told of another.
 */
final class JobPaths {
  // What follows them is a path; clang itself asks for the current folder everywhere else.
  private static final Set<String> OF_COMPILER = Set.of("-dependency-file", "-header-include-file");
  private static final Set<String> OF_LINKER = Set.of("-o", "-L", "-Map", "--Map");
  // What follows them is no path, even if there is a file of that name.
  private static final Set<String> NAMES_OF_LINKER =
      Set.of("-m", "-l", "-e", "-u", "-y", "-z", "-mllvm", "--export", "--entry", "--undefined");

  private final String folder;
  private final Predicate<String> exists;

  /**
   * @param folder an absolute path
   * @param exists whether there is a file of an absolute path
   */
  JobPaths(String folder, Predicate<String> exists) {
    this.folder = folder;
    this.exists = exists;
  }

  List<String> absolute(List<String> job) {
    boolean links = job.get(0).endsWith("wasm-ld");
    List<String> made = new ArrayList<>(List.of(job.get(0)));
    for (int i = 1; i < job.size(); i++) {
      String word = job.get(i);
      String before = job.get(i - 1);
      if ((links ? OF_LINKER : OF_COMPILER).contains(before)) {
        made.add(at(word));
      } else {
        made.add(links && !NAMES_OF_LINKER.contains(before) ? ofLinker(word) : word);
      }
    }
    return made;
  }

  private String ofLinker(String word) {
    if (word.startsWith("-L")) {
      return word.length() == 2 ? word : "-L" + at(word.substring(2));
    }
    // What is not there is named as it was given.
    return !word.startsWith("-") && exists.test(at(word)) ? at(word) : word;
  }

  private String at(String path) {
    return path.startsWith("/") || path.equals("-") ? path : folder + "/" + path;
  }
}
