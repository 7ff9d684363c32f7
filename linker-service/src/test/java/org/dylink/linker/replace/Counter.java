package org.dylink.linker.replace;

import static org.dylink.testing.Code.code;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dylink.engine.Engine;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.Shapes;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;

/** A program in C that uses libcounter.so, of which there are many versions. */
final class Counter implements AutoCloseable {
  private static final Path FILES = Path.of("src/test/native/replace");

  private final AtomicReference<Runnable> pause = new AtomicReference<>(() -> {});
  private final TestLink link;
  private final LinkedProgram program;

  Counter(Engine engine) throws LinkException {
    this(engine, "v1");
  }

  Counter(Engine engine, String version) throws LinkException {
    link = TestLink.with(engine);
    link.host(
        new FakeHost("env")
            .with(
                "pause_here",
                "() -> ()",
                (guest, arguments) -> {
                  pause.get().run();
                  return null;
                }));
    link.libraries().add(version(version));
    // Sees the whole table; it is there from the start.
    link.libraries(
        Shapes.shared("probe.so")
            .exportedFunction("table_size", "() -> i32", code().tableSize(0))
            .exportedFunction("table_get", "(i32) -> funcref", code().localGet(0).tableGet(0)));
    link.option(request -> request.preloads(List.of("probe.so")));
    program = link.link(TestLibrary.of(FILES.resolve("app.wasm")));
  }

  /** A version of libcounter.so. */
  static Library version(String folder) {
    TestLibrary read = TestLibrary.of(FILES.resolve(folder).resolve("libcounter.so"));
    // A module of its own, as each bundle has: what is read twice is else there once.
    WasmModule module = read.module().with(kind -> Optional.empty());
    return new TestLibrary(read.name(), folder, "test " + folder, module);
  }

  LinkedProgram program() {
    return program;
  }

  /** What the library's {@code pause_here} does. */
  void onPause(Runnable action) {
    pause.set(action);
  }

  int call(String function, Object... arguments) {
    return (int) program.call(function, arguments);
  }

  /** A text that a function gives byte by byte. */
  String greeting() {
    StringBuilder text = new StringBuilder();
    for (int c = call("app_greeting", 0); c != 0; c = call("app_greeting", text.length())) {
      text.append((char) c);
    }
    return text.toString();
  }

  @Override
  public void close() {
    program.close();
    link.assertNothingLeft();
  }
}
