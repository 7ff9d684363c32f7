package org.dylink.linker.threads;

import static java.util.stream.Collectors.joining;
import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dylink.engine.Engine;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Library;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Program;
import org.dylink.linker.ThreadArea;
import org.dylink.linker.testing.EachEngine;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** What a link map tells of the threads of a program. */
@EachEngine
class ThreadAreasTest extends ThreadTest {
  ThreadAreasTest(Engine engine) {
    super(engine);
  }

  @Test
  void eachThreadsVariablesOfEachLibraryAreThere() throws Exception {
    // The second has none, and is not there.
    test.libraries(withThreadLocal("liba.so"), threaded("libb.so"));
    ModuleBuilder main = importData(newMain("liba.so", "libb.so"), "x");
    thread(main, code().globalGet("GOT.mem.x").localGet(0).call(TELL).call(PAUSE));
    main.exportedFunction(
        "begin",
        "() -> ()",
        spawn(spawn(code().globalGet("GOT.mem.x").i32Const(0).call(TELL), 1), 1));
    try (Program program = test.link(main)) {
      DataRegion data = program.linkMap().libraries().get(1).data();
      Library library = program.linkMap().libraries().get(1).library();
      ThreadArea first = area(0, library, data.address(), 4);
      assertEquals(List.of(first), program.linkMap().threads());

      program.call("begin");

      assertEquals(data.address() + " 0", steps.nextNumbers());
      long[] addresses = new long[3];
      for (int i = 0; i < 2; i++) {
        var told = steps.next();
        addresses[told.second()] = told.first();
      }
      LinkMap map = program.linkMap();
      assertEquals(
          List.of(first, area(1, library, addresses[1], 4), area(2, library, addresses[2], 4)),
          map.threads());
      String lines =
          """
          [TLS of liba.so, thread 0] %s
          [TLS of liba.so, thread 1] %s
          [TLS of liba.so, thread 2] %s
          """
              .formatted(map.threads().stream().map(ThreadArea::data).toArray());
      assertEquals(
          lines,
          map.toString()
              .lines()
              .filter(line -> line.startsWith("[TLS"))
              .map(line -> line + "\n")
              .collect(joining()));
      steps.go();
      steps.go();
      noThreadIsLeft();
      assertEquals(List.of(first), program.linkMap().threads());
    }
  }

  @Test
  void aVisitorsStackIsThereWhereCHasNoThreads() throws Exception {
    ModuleBuilder main = newMain(dylink().memInfo(16, 4, 0, 0));
    main.importGlobal("env", "__stack_pointer", I32, true);
    main.exportedFunction(
        "tell",
        "() -> ()",
        code().globalGet("env.__stack_pointer").i32Const(0).call(TELL).call(PAUSE));
    test.option(request -> request.stackSize(32_768));
    try (Program program = test.link(main)) {
      CompletableFuture<Object> first = calling(program);
      assertEquals(program.linkMap().stack().end(), steps.next().first());
      CompletableFuture<Object> second = calling(program);
      long top = steps.next().first();

      assertEquals(
          List.of(new ThreadArea(1, Optional.empty(), new DataRegion(top - 32_768, 32_768))),
          program.linkMap().threads());
      steps.go();
      steps.go();
      CompletableFuture.allOf(first, second).join();
    }
  }

  // Each in a thread of its own: the common pool of two processors has one in JDK 25.
  private static CompletableFuture<Object> calling(Program program) {
    return CompletableFuture.supplyAsync(
        () -> program.call("tell"), call -> new Thread(call, "caller").start());
  }

  private static ThreadArea area(int thread, Library library, long address, long size) {
    return new ThreadArea(thread, Optional.of(library), new DataRegion(address, size));
  }
}
