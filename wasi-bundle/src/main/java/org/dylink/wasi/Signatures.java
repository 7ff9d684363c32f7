package org.dylink.wasi;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** The functions of wasi_snapshot_preview1.witx, as WebAssembly signatures. */
final class Signatures {
  private Signatures() {}

  /** The signature of a function, or null if there is none of that name. */
  static FunctionType of(String name) {
    String params = params(name);
    if (params == null) {
      return null;
    }
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < params.length(); i++) {
      types.add(params.charAt(i) == 'l' ? ValueType.I64 : ValueType.I32);
    }
    return new FunctionType(types, name.equals("proc_exit") ? List.of() : List.of(ValueType.I32));
  }

  // One letter a parameter: i is i32, l is i64. A string is two, address and size; results of a
  // function are written to addresses, which are its last parameters.
  private static String params(String name) {
    return switch (name) {
      case "sched_yield" -> "";
      case "fd_close", "fd_datasync", "fd_sync", "proc_exit", "proc_raise" -> "i";
      case "args_get", "args_sizes_get", "environ_get", "environ_sizes_get" -> "ii";
      case "clock_res_get", "random_get", "sock_shutdown" -> "ii";
      case "fd_fdstat_get", "fd_fdstat_set_flags", "fd_filestat_get", "fd_prestat_get" -> "ii";
      case "fd_renumber", "fd_tell" -> "ii";
      case "fd_filestat_set_size" -> "il";
      case "fd_prestat_dir_name", "sock_accept" -> "iii";
      case "path_create_directory", "path_remove_directory", "path_unlink_file" -> "iii";
      case "clock_time_get" -> "ili";
      case "fd_allocate", "fd_fdstat_set_rights" -> "ill";
      case "fd_read", "fd_write", "poll_oneoff" -> "iiii";
      case "fd_seek" -> "ilii";
      case "fd_advise", "fd_filestat_set_times" -> "illi";
      case "path_filestat_get", "path_symlink", "sock_send" -> "iiiii";
      case "fd_pread", "fd_pwrite", "fd_readdir" -> "iiili";
      case "path_readlink", "path_rename", "sock_recv" -> "iiiiii";
      case "path_link" -> "iiiiiii";
      case "path_filestat_set_times" -> "iiiilli";
      case "path_open" -> "iiiiillii";
      default -> null;
    };
  }
}
