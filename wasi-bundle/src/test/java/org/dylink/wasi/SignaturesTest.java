package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dylink.engine.Function;
import org.dylink.engine.host.HostFunction;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions of wasi_snapshot_preview1.witx. */
class SignaturesTest {
  private static final String ALL =
      """
      args_get(i32, i32) -> i32
      args_sizes_get(i32, i32) -> i32
      environ_get(i32, i32) -> i32
      environ_sizes_get(i32, i32) -> i32
      clock_res_get(i32, i32) -> i32
      clock_time_get(i32, i64, i32) -> i32
      fd_advise(i32, i64, i64, i32) -> i32
      fd_allocate(i32, i64, i64) -> i32
      fd_close(i32) -> i32
      fd_datasync(i32) -> i32
      fd_fdstat_get(i32, i32) -> i32
      fd_fdstat_set_flags(i32, i32) -> i32
      fd_fdstat_set_rights(i32, i64, i64) -> i32
      fd_filestat_get(i32, i32) -> i32
      fd_filestat_set_size(i32, i64) -> i32
      fd_filestat_set_times(i32, i64, i64, i32) -> i32
      fd_pread(i32, i32, i32, i64, i32) -> i32
      fd_prestat_get(i32, i32) -> i32
      fd_prestat_dir_name(i32, i32, i32) -> i32
      fd_pwrite(i32, i32, i32, i64, i32) -> i32
      fd_read(i32, i32, i32, i32) -> i32
      fd_readdir(i32, i32, i32, i64, i32) -> i32
      fd_renumber(i32, i32) -> i32
      fd_seek(i32, i64, i32, i32) -> i32
      fd_sync(i32) -> i32
      fd_tell(i32, i32) -> i32
      fd_write(i32, i32, i32, i32) -> i32
      path_create_directory(i32, i32, i32) -> i32
      path_filestat_get(i32, i32, i32, i32, i32) -> i32
      path_filestat_set_times(i32, i32, i32, i32, i64, i64, i32) -> i32
      path_link(i32, i32, i32, i32, i32, i32, i32) -> i32
      path_open(i32, i32, i32, i32, i32, i64, i64, i32, i32) -> i32
      path_readlink(i32, i32, i32, i32, i32, i32) -> i32
      path_remove_directory(i32, i32, i32) -> i32
      path_rename(i32, i32, i32, i32, i32, i32) -> i32
      path_symlink(i32, i32, i32, i32, i32) -> i32
      path_unlink_file(i32, i32, i32) -> i32
      poll_oneoff(i32, i32, i32, i32) -> i32
      proc_exit(i32) ->
      proc_raise(i32) -> i32
      sched_yield() -> i32
      random_get(i32, i32) -> i32
      sock_accept(i32, i32, i32) -> i32
      sock_recv(i32, i32, i32, i32, i32, i32) -> i32
      sock_send(i32, i32, i32, i32, i32) -> i32
      sock_shutdown(i32, i32) -> i32
      """;

  private final Caller wasi = new Caller(new FakeGuest());

  static Stream<String> all() {
    return ALL.lines();
  }

  /** The names alone. */
  static Stream<String> names() {
    return all().map(line -> line.substring(0, line.indexOf('(')));
  }

  @Test
  void thereAre46() {
    assertEquals(46, names().distinct().count());
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasTheSignature(String line) {
    String name = line.substring(0, line.indexOf('('));
    HostFunction function = wasi.instance().function(name).orElseThrow();
    assertEquals(line, name + text(function.type()));
    assertEquals(Function.methodType(function.type()), function.handle().type());
  }

  @ParameterizedTest
  @MethodSource("names")
  void givesTheSameFunctionTwice(String name) {
    assertSame(
        wasi.instance().function(name).orElseThrow(), wasi.instance().function(name).orElseThrow());
  }

  @Test
  void hasNoOtherFunctions() {
    assertEquals(Optional.empty(), wasi.instance().function("fd_readlink"));
    assertEquals(Optional.empty(), wasi.instance().function("thread_spawn"));
    assertEquals(Optional.empty(), wasi.instance().function("adapter_close_badfd"));
    assertEquals(Optional.empty(), wasi.instance().function(""));
  }

  @Test
  void namesTheModule() {
    assertEquals("wasi_snapshot_preview1", new WasiLibrary().moduleName());
  }

  private static String text(FunctionType type) {
    String params =
        type.params().stream().map(ValueType::toString).collect(Collectors.joining(", "));
    String results = type.results().stream().map(ValueType::toString).collect(Collectors.joining());
    return ("(" + params + ") -> " + results).strip();
  }
}
