package org.dylink.linker.abi;

import java.util.List;
import java.util.Set;

/** The names that the dynamic-linking ABI gives a meaning, each with who makes it. */
public final class AbiNames {
  /** Import module of functions, tags and the linker's own names; wasm-ld. */
  public static final String ENV = "env";

  /** Import module of data addresses; wasm-ld. */
  public static final String GOT_MEM = "GOT.mem";

  /** Import module of function addresses; wasm-ld. */
  public static final String GOT_FUNC = "GOT.func";

  /** Import module of the linker's own functions; the runtime's libdl.so. */
  public static final String DYLINK = "dylink";

  /** The program's memory: imported by libraries and PIE mains, exported by other mains. */
  public static final String MEMORY = "memory";

  /** The program's function table; wasm-ld. */
  public static final String TABLE = "__indirect_function_table";

  /** The shadow stack's pointer, a mutable global; wasm-ld. */
  public static final String STACK_POINTER = "__stack_pointer";

  /** Where a library's data starts; the linker tells each library its own. */
  public static final String MEMORY_BASE = "__memory_base";

  /** Where a library's slots start; the linker tells each library its own. */
  public static final String TABLE_BASE = "__table_base";

  /** Start and end of the heap at the start of the program; malloc of wasi-libc asks for them. */
  public static final String HEAP_BASE = "__heap_base";

  /** See {@link #HEAP_BASE}. */
  public static final String HEAP_END = "__heap_end";

  /** Takes memory from the heap; a library that exports it manages the heap, as libc.so does. */
  public static final String MALLOC = "malloc";

  /**
   * Data that wasi-libc's first constructor fills with random bytes, as wide as a pointer.
   * Functions of C that were compiled with -fstack-protector put it behind their arrays, and look
   * for it when they return. clang's.
   */
  public static final String STACK_GUARD = "__stack_chk_guard";

  /** Lowest and highest address of the stack; wasi-libc asks for them weakly. */
  public static final String STACK_LOW = "__stack_low";

  /** See {@link #STACK_LOW}. */
  public static final String STACK_HIGH = "__stack_high";

  /** Writes addresses into a library's data once the GOT is final; wasm-ld. */
  public static final String APPLY_DATA_RELOCS = "__wasm_apply_data_relocs";

  /** What {@link #APPLY_DATA_RELOCS} was called until 2020; wasm-ld 9 to 11. */
  public static final String APPLY_RELOCS = "__wasm_apply_relocs";

  /** Runs a library's constructors where {@link #CALL_CTORS} is not exported; Emscripten 1.x. */
  public static final String POST_INSTANTIATE = "__post_instantiate";

  /** Runs a library's constructors; wasm-ld. */
  public static final String CALL_CTORS = "__wasm_call_ctors";

  /** Runs a reactor's constructors, in place of {@link #CALL_CTORS}; crt1-reactor of wasi-libc. */
  public static final String INITIALIZE = "_initialize";

  /** Runs a command, constructors and exit functions included; crt1-command of wasi-libc. */
  public static final String START = "_start";

  /** Base of a library's thread-local data; wasm-ld. */
  public static final String TLS_BASE = "__tls_base";

  /** Bytes of a library's thread-local data; wasm-ld. */
  public static final String TLS_SIZE = "__tls_size";

  /** Alignment of a library's thread-local data; wasm-ld. */
  public static final String TLS_ALIGN = "__tls_align";

  /** Fills a TLS block and makes it the calling thread's; wasm-ld. */
  public static final String INIT_TLS = "__wasm_init_tls";

  /** Makes a thread; POSIX. */
  public static final String PTHREAD_CREATE = "pthread_create";

  /** Runs a new thread; C libraries with threads. */
  public static final String THREAD_START = "wasi_thread_start";

  /** The module that threads are begun with; wasi-threads. */
  public static final String THREADS = "wasi";

  /** The function that begins a thread; wasi-threads. */
  public static final String THREAD_SPAWN = "thread-spawn";

  /** The tag that C++ throws with, its value the exception's address; clang. */
  public static final String CPP_EXCEPTION = "__cpp_exception";

  /** Hands on what a library cannot have carried by name, before it is replaced; dylink.h. */
  public static final String SAVE = "dylink_save";

  /** Takes what {@link #SAVE} of the library before has handed on; dylink.h. */
  public static final String RESTORE = "dylink_restore";

  /** With a data symbol's name behind it: that symbol's size; dylink.h. */
  public static final String DATA_SIZE_PREFIX = "dylink_size_";

  // Constants, though they look like addresses; wasm-ld.
  private static final Set<String> NUMBERS = Set.of(TLS_SIZE, TLS_ALIGN);

  // The linker calls them, and never binds others to them: each library has its own.
  private static final List<String> ENTRY_FUNCTIONS =
      List.of(APPLY_DATA_RELOCS, APPLY_RELOCS, CALL_CTORS, POST_INSTANTIATE, INITIALIZE, START);

  private static final Set<String> OWN_NAMES = Set.of(MEMORY, TABLE, INIT_TLS);

  // The linker tells every library: of a main with its own memory what main has, else its own.
  private static final Set<String> LINKER_ADDRESSES =
      Set.of(HEAP_BASE, HEAP_END, STACK_LOW, STACK_HIGH);

  // Tags that clang's exceptions and longjmp use; a library that exports them wins.
  private static final Set<String> LINKER_TAGS = Set.of(CPP_EXCEPTION, "__c_longjmp");

  private static final Set<String> LINKER_MODULES = Set.of(ENV, GOT_MEM, GOT_FUNC, DYLINK);

  private AbiNames() {}

  /** Whether imports from a module of that name are the linker's to bind. */
  public static boolean isLinkerModule(String name) {
    return LINKER_MODULES.contains(name);
  }

  /** Whether the linker alone knows the address that a data symbol stands for. */
  public static boolean isLinkerAddress(String name) {
    return LINKER_ADDRESSES.contains(name);
  }

  /** Whether the linker makes a tag of that name where no library exports it. */
  public static boolean isLinkerTag(String name) {
    return LINKER_TAGS.contains(name);
  }

  /** Whether a name's value is a number that is never relocated. */
  public static boolean isNumber(String name) {
    return NUMBERS.contains(name);
  }

  /** Whether a name belongs to each module for itself, and is no symbol. */
  public static boolean isEntryPoint(String name) {
    return ENTRY_FUNCTIONS.contains(name) || OWN_NAMES.contains(name);
  }

  /** The functions that the linker calls by name; each is of type {@code () -> ()}. */
  public static List<String> entryFunctions() {
    return ENTRY_FUNCTIONS;
  }
}
