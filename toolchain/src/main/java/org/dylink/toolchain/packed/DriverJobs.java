package org.dylink.toolchain.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clang's driver would start, as {@code -###} tells it: no program of WebAssembly starts
 * another one.
 *
 * @param jobs the commands in their order, each with its name
 * @param notes what else the driver says, warnings above all; lines, each with its end
 */
record DriverJobs(List<List<String>> jobs, String notes) {
  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
  private static final String IN_PROCESS = " (in-process)";
  // It introduces itself first.
  private static final List<String> HEADER =
      List.of("clang version ", "Target: ", "Thread model: ", "InstalledDir:", "Build config: ");

  static DriverJobs of(String said) {
    List<List<String>> jobs = new ArrayList<>();
    StringBuilder notes = new StringBuilder();
    for (String line : said.lines().toList()) {
      if (line.startsWith(" \"")) {
        jobs.add(words(line));
      } else if (!line.equals(IN_PROCESS) && HEADER.stream().noneMatch(line::startsWith)) {
        notes.append(line).append(line.isEmpty() ? "" : "\n");
      }
    }
    return new DriverJobs(jobs, notes.toString());
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(ESCAPE.matcher(word.group(1)).replaceAll("$1"));
    }
    // Of itself it names the path first, which is empty here, and then the tool in it.
    if (!words.isEmpty() && words.get(0).isEmpty()) {
      words.remove(0);
    }
    return words;
  }
}
