package org.dylink.linker.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.Memory;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Program;
import org.dylink.testing.ModuleBuilder;

/**
 * A C program, {@code src/test/native/dl/dlmain.c}, that calls dlopen and its kin as a test says.
 */
public final class DlProgram implements AutoCloseable {
  /** The modes of wasi-libc's dlfcn.h. */
  public static final int LAZY = 1;

  public static final int NOW = 2;
  public static final int NOLOAD = 4;
  public static final int LOCAL = 8;
  public static final int GLOBAL = 256;
  public static final int NODELETE = 4096;

  /** Its handles that are none. */
  public static final int DEFAULT = 0;

  public static final int NEXT = -1;

  /** Where the C libraries of these tests are. */
  public static final Path LIBRARIES = Path.of("src/test/native/dl");

  /** Where the runtime's own libdl.so is. */
  public static final Path OWN_LIBRARIES = Path.of("src/main/resources/lib");

  /** What dladdr says: texts are null where it has none. */
  public record Info(String file, int base, String symbol, int address) {}

  private final boolean isWide;
  private final TestLink link;
  private final List<String> log = new ArrayList<>();
  private Program program;
  private Memory memory;
  private int text;

  private DlProgram(Engine engine, boolean isWide) {
    this.isWide = isWide;
    String takesPointer = isWide ? "(i64) -> ()" : "(i32) -> ()";
    FakeHost host =
        new FakeHost("test")
            .with("log", takesPointer, this::log)
            .with("exit", "(i32) -> ()", DlProgram::exit)
            .with("ready", takesPointer, this::ready);
    link = TestLink.with(engine).host(host);
    String size = isWide ? "wide" : ".";
    link.libraries().folder(LIBRARIES.resolve(size));
    link.libraries().folder(OWN_LIBRARIES.resolve(isWide ? "wasm64" : "."));
  }

  /** Links the program, which has opened nothing yet. */
  public static DlProgram start(Engine engine) throws LinkException {
    return start(engine, "dlmain.wasm");
  }

  /** Links the program with more libraries for it to open. */
  public static DlProgram start(Engine engine, ModuleBuilder... more) throws LinkException {
    return prepare(engine).libraries(more).run("dlmain.wasm");
  }

  /** Links another main. */
  public static DlProgram start(Engine engine, String main) throws LinkException {
    return prepare(engine).run(main);
  }

  /** Not linked yet: {@link #link()} takes libraries and options, then {@link #run}. */
  public static DlProgram prepare(Engine engine) {
    return prepare(engine, false);
  }

  /** The same, of the program with addresses of 64 bits if it is to be wide. */
  public static DlProgram prepare(Engine engine, boolean isWide) {
    return new DlProgram(engine, isWide);
  }

  /** Links the program that has addresses of 64 bits; all that it gives and takes has 31. */
  public static DlProgram wide(Engine engine, String main) throws LinkException {
    return prepare(engine, true).run(main);
  }

  /** Adds libraries. */
  public DlProgram libraries(ModuleBuilder... more) {
    link.libraries(more);
    return this;
  }

  /** Links. */
  public DlProgram run(String main) throws LinkException {
    program = link.link(link.libraries().get(main));
    program.call("hello");
    return this;
  }

  /** What the program is linked with. */
  public TestLink link() {
    return link;
  }

  /** The program. */
  public Program program() {
    return program;
  }

  /** Its memory. */
  public Memory memory() {
    return memory;
  }

  /** The program's link map. */
  public LinkMap map() {
    return program.linkMap();
  }

  /** The names of what is loaded, in load order. */
  public List<String> loaded() {
    return map().libraries().stream().map(l -> l.library().name()).toList();
  }

  /** What the libraries have said since the last call. */
  public List<String> log() {
    List<String> lines = List.copyOf(log);
    log.clear();
    return lines;
  }

  /** Calls dlopen. */
  public int open(String file, int mode) {
    write(file);
    return address(program.call("open_text", mode));
  }

  /** Calls dlopen, which must succeed. */
  public int opened(String file, int mode) {
    int handle = open(file, mode);
    if (handle == 0) {
      throw new AssertionError(error().orElse("no handle and no error"));
    }
    return handle;
  }

  /** Calls dlopen, which must fail. */
  public String refused(String file, int mode) {
    if (open(file, mode) != 0) {
      throw new AssertionError(file + " was opened");
    }
    return error().orElseThrow();
  }

  /** Calls dlopen(NULL). */
  public int openProgram(int mode) {
    return address(program.call("open_null", mode));
  }

  /** Calls dlclose. */
  public int close(int handle) {
    return (int) program.call("close_handle", pointer(handle));
  }

  /** Calls dlsym. */
  public int symbol(int handle, String name) {
    write(name);
    return address(program.call("symbol", pointer(handle)));
  }

  /** Calls dlerror. */
  public Optional<String> error() {
    int message = address(program.call("error"));
    return message == 0 ? Optional.empty() : Optional.of(read(message));
  }

  /** Calls dladdr. */
  public Optional<Info> info(int address) {
    int info = address(program.call("info_buffer"));
    if ((int) program.call("address_info", pointer(address), pointer(info)) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Info(read(word(info, 0)), word(info, 1), read(word(info, 2)), word(info, 3)));
  }

  private int word(int info, int index) {
    return isWide
        ? Math.toIntExact(memory.readLong(info + 8 * index))
        : memory.readInt(info + 4 * index);
  }

  private Object pointer(int address) {
    if (isWide) {
      return (long) address;
    }
    return address;
  }

  private static int address(Object pointer) {
    return Math.toIntExact(((Number) pointer).longValue());
  }

  /** Calls a function without parameters by its address. */
  public int call(int address) {
    return (int) program.call("call0", pointer(address));
  }

  /** Calls a function by its address. */
  public int call(int address, int argument) {
    return (int) program.call("call1", pointer(address), argument);
  }

  /** Calls a function of an open library. */
  public int call(int handle, String function) {
    return call(found(handle, function));
  }

  /** Calls a function of an open library. */
  public int call(int handle, String function, int argument) {
    return call(found(handle, function), argument);
  }

  /** The address of a symbol that must be there. */
  public int found(int handle, String name) {
    int address = symbol(handle, name);
    if (address == 0) {
      throw new AssertionError(error().orElse("no address and no error"));
    }
    return address;
  }

  @Override
  public void close() {
    program.close();
  }

  private void write(String string) {
    byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
    memory.write(text, bytes, 0, bytes.length);
    memory.writeByte(text + bytes.length, (byte) 0);
  }

  private String read(int address) {
    return address == 0 ? null : read(memory, address);
  }

  private static String read(Memory memory, int address) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = address; memory.readByte(at) != 0; at++) {
      bytes.write(memory.readByte(at));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Object log(Guest guest, Object... arguments) {
    log.add(read(guest.memory(), address(arguments[0])));
    return null;
  }

  private static Object exit(Guest guest, Object... arguments) {
    throw new ProgramExit((int) arguments[0]);
  }

  private Object ready(Guest guest, Object... arguments) {
    memory = guest.memory();
    text = address(arguments[0]);
    return null;
  }
}
