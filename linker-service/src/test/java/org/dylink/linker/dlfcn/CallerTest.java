package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.DlProgram.DEFAULT;
import static org.dylink.linker.testing.DlProgram.NEXT;
import static org.dylink.linker.testing.DlProgram.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions that must know who calls them, reached in every way that C has. */
@EachEngine
class CallerTest {
  /** Directly, by a tail call, by a pointer in data, of the GOT, and of dlsym. */
  private static final List<Integer> WAYS = List.of(0, 1, 2, 3, 4);

  private static final int BY_DATA = 2;

  private final List<String> asked = new ArrayList<>();
  private final DlProgram program;
  private final int who;

  CallerTest(Engine engine) throws LinkException {
    program = DlProgram.prepare(engine);
    program
        .link()
        .option(
            request ->
                request.finder(
                    (name, caller) -> {
                      asked.add(caller.name() + " asks for " + name);
                      return Optional.empty();
                    }));
    program.run("dlmain.wasm");
    who = program.opened("libwho.so", NOW);
    program.log();
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void nextSearchesBehindTheLibrary() {
    for (int way : WAYS) {
      assertEquals(1, program.call(who, "who_next", way), "way " + way);
    }
  }

  @Test
  void defaultSearchesWhatTheLibrarySees() {
    for (int way : WAYS) {
      assertEquals(1, program.call(who, "who_default", way), "way " + way);
    }
  }

  @Test
  void dlopenSearchesForTheLibrary() {
    for (int way : WAYS) {
      assertEquals(0, program.call(who, "who_opens", way), "way " + way);
      assertEquals(List.of("libwho.so asks for libasked.so"), asked, "way " + way);
      asked.clear();
    }
  }

  @Test
  void mainIsItsOwnCaller() {
    int dlsym = program.found(DEFAULT, "dlsym");

    assertEquals(dlsym, program.found(DEFAULT, "dlsym"));
    assertEquals(0, program.symbol(DEFAULT, "leaf_fn"));
    assertEquals(0, program.symbol(NEXT, "leaf_fn"));
    program.open("libasked.so", NOW);
    assertEquals(List.of("dlmain.wasm asks for libasked.so"), asked);
  }

  @Test
  void allPointersOfOneLibraryAreEqual() {
    assertEquals(1, program.call(who, "who_has_one_pointer", BY_DATA));
    assertEquals(1, program.call(who, "who_has_one_pointer", BY_DATA + 1));
    assertNotEquals(program.found(DEFAULT, "dlsym"), program.call(who, "who_gives"));
  }

  @Test
  void whatALibraryRegistersGoesWithItAlsoIfTheFunctionStays() {
    for (int way : WAYS) {
      int handle = program.opened("libwho.so", NOW);
      assertEquals(0, program.call(handle, "who_registers", way), "way " + way);
    }
    WAYS.forEach(way -> assertEquals(0, program.close(who)));
    assertEquals(List.of(), program.log());

    assertEquals(0, program.close(who));

    assertEquals(
        List.of("mini bye", "mini bye", "mini bye", "mini bye", "mini bye", "leaf dtor"),
        program.log());
    program.program().call("leave");
    assertEquals(List.of(), program.log());
  }

  @Test
  void whatALibraryRegistersForItsThreadGoesWithIt() {
    for (int library = 0; library < 2; library++) {
      assertEquals(0, program.call(who, "who_registers_for_thread", library));
    }

    assertEquals(0, program.close(who));

    assertEquals(List.of("thread", "found", "thread", "found", "leaf dtor"), program.log());
    program.program().call("leave");
    assertEquals(List.of(), program.log());
  }

  @Test
  void whatALibraryRegistersForItsThreadRunsAtTheEndIfItStays() {
    assertEquals(0, program.call(who, "who_registers_for_thread", 1));

    program.program().call("leave");

    assertEquals(List.of("thread", "found", "leaf dtor"), program.log());
  }
}
