package org.dylink.app.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentsParserTest {
  @TempDir private Path base;

  private Arguments parse(String line) throws UsageException {
    return ArgumentsParser.parse(List.of(line.split(" ")), base);
  }

  @Test
  void readsOptionsUpToMainAndLeavesTheRestToTheProgram() throws UsageException {
    Arguments line = parse("run -L . -L ../_libs --env A=B=C main.wasm --env X -L y --");
    assertEquals(CommandName.RUN, line.command());
    assertEquals(List.of(".", "../_libs"), line.all(Option.LIBRARY_FOLDER));
    assertEquals(List.of(new Pair("A", "B=C")), line.pairs(Option.ENVIRONMENT));
    assertEquals(List.of("main.wasm", "--env", "X", "-L", "y", "--"), line.operands());
  }

  @Test
  void takesValuesBehindAnEqualsSignAndRightBehindTheLetter() throws UsageException {
    Arguments line = parse("run --env=A=B -Lfolder -L=other --engine=fast main.wasm");
    assertEquals(List.of(new Pair("A", "B")), line.pairs(Option.ENVIRONMENT));
    assertEquals(List.of("folder", "other"), line.all(Option.LIBRARY_FOLDER));
    assertEquals(Optional.of("fast"), line.value(Option.ENGINE));
  }

  @Test
  void lettersAreTheShellsToo() throws Exception {
    Path data = Files.createDirectory(base.resolve("data"));
    Arguments line = parse("run -e A=B -eC=D -d data::/mnt main.wasm -e X");
    assertEquals(List.of(new Pair("A", "B"), new Pair("C", "D")), line.pairs(Option.ENVIRONMENT));
    assertEquals(List.of(new FolderGrant(data, "/mnt")), line.folders(base));
    assertEquals(Optional.of("str*"), parse("symbols -p str* a.so").value(Option.PATTERN));
    assertEquals(Optional.of("x"), parse("symbols --pattern=x a.so").value(Option.PATTERN));
  }

  @Test
  void endsOptionsAtTwoDashes() throws UsageException {
    assertEquals(List.of("-main.wasm", "x"), parse("run -- -main.wasm x").operands());
  }

  @Test
  void takesADashForAnOperand() throws UsageException {
    assertEquals(List.of("-"), parse("run -").operands());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "64k, 65536", "64K, 65536", "3M, 3145728", "1g, 1073741824"})
  void readsSizes(String text, long bytes) throws UsageException {
    Arguments line = parse("run --stack-size " + text + " --max-memory=" + text + " main.wasm");
    assertEquals(OptionalLong.of(bytes), line.bytes(Option.STACK_SIZE));
    assertEquals(OptionalLong.of(bytes), line.bytes(Option.MAX_MEMORY));
  }

  @ParameterizedTest
  @CsvSource({"10, 10000", "1.5, 1500", "0.001, 1"})
  void readsSeconds(String text, long millis) throws UsageException {
    Arguments line = parse("run --timeout " + text + " main.wasm");
    assertEquals(Optional.of(Duration.ofMillis(millis)), line.time(Option.TIMEOUT));
  }

  @Test
  void grantsFoldersUnderTheirOwnOrAnotherName() throws Exception {
    Path data = Files.createDirectory(base.resolve("data"));
    Arguments line = parse("run --dir data --dir data::/mnt main.wasm");
    assertEquals(
        List.of(new FolderGrant(data, "data"), new FolderGrant(data, "/mnt")), line.folders(base));
  }

  @Test
  void asksForHelpOfACommandWithoutItsOperands() throws UsageException {
    assertTrue(parse("run --help").has(Option.HELP));
    assertTrue(parse("ldd -h").has(Option.HELP));
    assertEquals(CommandName.HELP, parse("-h").command());
    assertEquals(CommandName.VERSION, parse("--version").command());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fly                           | unknown command fly",
        "--fly                         | unknown command --fly",
        "run                           | run: expected MAIN [ARG...]",
        "run -L .                      | run: expected MAIN [ARG...]",
        "run --fly main.wasm           | run: unknown option --fly",
        "ldd --env A=B libfoo.so       | ldd: unknown option --env",
        "ldd a.so b.so                 | ldd: one argument too many: b.so",
        "shell now                     | shell: one argument too many: now",
        "run -x main.wasm              | run: unknown option -x",
        "run -xy=1 main.wasm           | run: unknown option -xy",
        "ldd -p a libfoo.so            | ldd: unknown option -p",
        "run -e                        | run: expected a value: --env NAME=VALUE",
        "run -h=1                      | run: -h takes no value: -h=1",
        "run --bind-now=no main.wasm   | run: --bind-now takes no value: --bind-now=no",
        "run --engine                  | run: expected a value: --engine NAME",
        "run --engine= main.wasm       | --engine: expected NAME, found nothing",
        "run --engine a --engine b m   | run: --engine is given twice",
        "run --env A main.wasm         | --env NAME=VALUE: found no name and '=' in 'A'",
        "run --module =f.wasm m.wasm   | --module NAME=FILE: found no name and '=' in '=f.wasm'",
        "run --dir gone main.wasm      | --dir: no such folder: gone",
        "run --dir ::/x main.wasm      | --dir HOST[::GUEST]: a name is empty in '::/x'",
        "run --stack-size 1T main.wasm | --stack-size BYTES: expected a size such as 65536, 64K or"
            + " 1M, found '1T'",
        "run --stack-size 2G main.wasm | --stack-size BYTES: expected 1 to 2147483647 bytes, found"
            + " 2147483648",
        "run --max-memory 5G main.wasm | --max-memory BYTES: expected 1 to 4294967296 bytes, found"
            + " 5368709120",
        "run --max-threads 0 main.wasm | --max-threads NUMBER: expected 1 to 100000 threads, found"
            + " 0",
        "run --max-memory 0 main.wasm  | --max-memory BYTES: expected 1 to 4294967296 bytes, found"
            + " 0",
        "run --timeout 1s main.wasm    | --timeout SECONDS: expected a number such as 10 or 1.5,"
            + " found '1s'",
        "run --timeout 0.0 main.wasm   | --timeout SECONDS: expected more than 0 and at most a"
            + " year, found 0.0",
      })
  void refuses(String line, String message) {
    assertEquals(message, assertThrows(UsageException.class, () -> parse(line)).getMessage());
  }

  @Test
  void aSlipIsCorrected() {
    assertEquals(
        "run: unknown option --timeot; did you mean --timeout?",
        assertThrows(UsageException.class, () -> parse("run --timeot 1 x")).getMessage());
    assertEquals(
        "unknown command rn; did you mean run?",
        assertThrows(UsageException.class, () -> parse("rn")).getMessage());
    assertEquals(
        "run: unknown option --storage",
        assertThrows(UsageException.class, () -> parse("run --storage x")).getMessage());
  }

  @Test
  void refusesAnEmptyLine() {
    UsageException failure =
        assertThrows(UsageException.class, () -> ArgumentsParser.parse(List.of(), base));
    assertEquals("expected a command", failure.getMessage());
  }
}
