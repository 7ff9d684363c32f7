package org.dylink.app.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReleaseTextsTest {
  @TempDir private Path share;

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static void need(String program) {
    assumeTrue(Files.isExecutable(Path.of(program)), "no " + program + " here");
  }

  @Test
  void areWrittenWhereASystemLooks() throws Exception {
    ReleaseTexts.main(new String[] {share.toString(), "1.2.3"});
    for (String file :
        List.of(
            "bash-completion/completions/dylink",
            "zsh/site-functions/_dylink",
            "man/man1/dylink.1")) {
      assertTrue(Files.size(share.resolve(file)) > 0, file);
    }
    assertTrue(Files.readString(share.resolve("man/man1/dylink.1")).contains("dylink 1.2.3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dylink ru|run",
        "dylink sh|shell",
        "dylink run --max|--max-memory --max-threads",
        "dylink run prog|''",
        "dylink ldd -|-L --dot -h --help",
        "dylink help ld|ldd",
        "dylink fly -|''"
      })
  void bashCompletes(String line, String expected) throws Exception {
    need("/bin/bash");
    String script =
        ReleaseTexts.bash()
            + ("COMP_WORDS=(" + line + ") COMP_CWORD=" + (line.split(" ").length - 1))
            + "; _dylink; echo ${COMPREPLY[*]}";
    assertEquals(expected, run("/bin/bash", "--norc", "-c", script).strip());
  }

  @Test
  void zshReadsItsOwn() throws Exception {
    need("/bin/zsh");
    Path file = Files.writeString(share.resolve("_dylink"), ReleaseTexts.zsh());
    assertEquals("", run("/bin/zsh", "-n", file.toString()));
  }

  @Test
  void everyCommandAndOptionIsInEach() {
    for (CommandName command : CommandName.values()) {
      assertTrue(ReleaseTexts.zsh().contains("  " + command.word() + ") _arguments"));
      String word = command.word().replace("-", "\\-");
      assertTrue(ReleaseTexts.manual("1").contains(".SS \"" + word), word);
      for (Option option : command.options()) {
        assertTrue(ReleaseTexts.zsh().contains(option.flag() + "["), option.flag());
        String forms = option.forms().replace("-", "\\-");
        assertTrue(ReleaseTexts.manual("1").contains(".B " + forms + "\n"), forms);
      }
    }
  }

  @Test
  void theManualHasNoLineThatMeansSomethingElse() {
    ReleaseTexts.manual("1")
        .lines()
        .filter(line -> line.startsWith("."))
        .forEach(line -> assertTrue(line.matches("\\.(TH|SH|SS|TP|B|I)( .*)?"), line));
  }
}
