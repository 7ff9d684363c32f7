package org.dylink.app.stack;

import java.util.List;
import java.util.stream.Stream;

/**
 * Calls that a guest makes where its stack ends: each function of WASI and of the dynamic linker,
 * and two of a host library's.
 *
 * @param module the import module
 * @param type as a module builder takes it
 * @param arguments numbers; addresses are those of {@link DeepModule}
 * @param result what each call gives
 */
record DeepCalls(String module, String name, String type, List<Long> arguments, int result) {
  private static final String WASI =
      """
      path_open (i32,i32,i32,i32,i32,i64,i64,i32,i32)->i32 3 0 1024 4 0 -1 -1 0 2048 = 0
      args_get (i32,i32)->i32 2048 2060 = 0
      args_sizes_get (i32,i32)->i32 2048 2052 = 0
      environ_get (i32,i32)->i32 2048 2060 = 0
      environ_sizes_get (i32,i32)->i32 2048 2052 = 0
      clock_res_get (i32,i32)->i32 0 2048 = 0
      clock_time_get (i32,i64,i32)->i32 1 0 2048 = 0
      fd_advise (i32,i64,i64,i32)->i32 4 0 0 0 = 0
      fd_allocate (i32,i64,i64)->i32 4 0 8 = 0
      fd_datasync (i32)->i32 4 = 0
      fd_fdstat_get (i32,i32)->i32 4 2048 = 0
      fd_fdstat_set_flags (i32,i32)->i32 4 0 = 0
      fd_fdstat_set_rights (i32,i64,i64)->i32 1000 0 0 = 8
      fd_filestat_get (i32,i32)->i32 4 2048 = 0
      fd_filestat_set_size (i32,i64)->i32 4 8 = 0
      fd_filestat_set_times (i32,i64,i64,i32)->i32 4 0 0 0 = 0
      fd_pread (i32,i32,i32,i64,i32)->i32 4 1064 1 0 2048 = 0
      fd_prestat_get (i32,i32)->i32 3 2048 = 0
      fd_prestat_dir_name (i32,i32,i32)->i32 3 2048 1 = 0
      fd_pwrite (i32,i32,i32,i64,i32)->i32 4 1064 1 0 2048 = 0
      fd_read (i32,i32,i32,i32)->i32 4 1064 1 2048 = 0
      fd_readdir (i32,i32,i32,i64,i32)->i32 3 2100 200 0 2048 = 0
      fd_seek (i32,i64,i32,i32)->i32 4 0 0 2048 = 0
      fd_sync (i32)->i32 4 = 0
      fd_tell (i32,i32)->i32 4 2048 = 0
      fd_write (i32,i32,i32,i32)->i32 1 1064 1 2048 = 0
      path_create_directory (i32,i32,i32)->i32 3 1024 4 = 20
      path_filestat_get (i32,i32,i32,i32,i32)->i32 3 1 1024 4 2048 = 0
      path_filestat_set_times (i32,i32,i32,i32,i64,i64,i32)->i32 3 1 1024 4 0 0 0 = 0
      path_link (i32,i32,i32,i32,i32,i32,i32)->i32 3 0 1024 4 3 1040 4 = 20
      path_readlink (i32,i32,i32,i32,i32,i32)->i32 3 1040 4 2100 64 2048 = 0
      path_remove_directory (i32,i32,i32)->i32 3 1024 4 = 54
      path_rename (i32,i32,i32,i32,i32,i32)->i32 3 1024 4 3 1024 4 = 0
      path_symlink (i32,i32,i32,i32,i32)->i32 1024 4 3 1040 4 = 20
      path_unlink_file (i32,i32,i32)->i32 3 1032 3 = 44
      poll_oneoff (i32,i32,i32,i32)->i32 1200 2100 1 2048 = 0
      sched_yield ()->i32 = 0
      random_get (i32,i32)->i32 2048 16 = 0
      sock_accept (i32,i32,i32)->i32 1000 0 2048 = 8
      sock_recv (i32,i32,i32,i32,i32,i32)->i32 1000 1064 1 0 2048 2052 = 8
      sock_send (i32,i32,i32,i32,i32)->i32 1000 1064 1 0 2048 = 8
      sock_shutdown (i32,i32)->i32 1000 0 = 8
      fd_renumber (i32,i32)->i32 1000 1001 = 8
      fd_close (i32)->i32 1000 = 8
      """;

  // The handle that dlopen gives is told as 1. What is not there has no symbol and no address.
  private static final String OTHERS =
      """
      env dlopen (i32,i32)->i32 1300 2 = 1
      env dlerror ()->i32 = 0
      env dladdr (i32,i32)->i32 0 2048 = 0
      env dlsym (i32,i32)->i32 0 1024 = 0
      env dlclose (i32)->i32 99 = -1
      host log ()->i32 = 3
      host back ()->i32 = 7
      """;

  static List<DeepCalls> all() {
    return Stream.concat(
            WASI.lines().map(line -> of("wasi_snapshot_preview1 " + line)),
            OTHERS.lines().map(DeepCalls::of))
        .toList();
  }

  private static DeepCalls of(String line) {
    List<String> words = List.of(line.split(" "));
    List<Long> arguments = words.subList(3, words.size() - 2).stream().map(Long::valueOf).toList();
    String type = words.get(2).replace(",", ", ").replace("->", " -> ");
    int result = Integer.parseInt(words.get(words.size() - 1));
    return new DeepCalls(words.get(0), words.get(1), type, arguments, result);
  }
}
