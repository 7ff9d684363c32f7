package org.dylink.linker;

import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.Test;

class LinkMapTest {
  @Test
  void hasALineForEachLibraryStackHeapThreadFreePartAndTable() {
    LoadedLibrary main = loaded("main.wasm", 0x100400, 40, 1, 0);
    LoadedLibrary lib = loaded("libc.so", 0x100430, 208_516, 1, 31);

    LinkMap map =
        new LinkMap(
            List.of(main, lib),
            new DataRegion(1024, 1 << 20),
            0x1332c0,
            20,
            65_536,
            32,
            List.of(new DataRegion(0x140000, 64)),
            List.of(new TableRegion(30, 2)),
            List.of(
                new ThreadArea(0, Optional.of(lib.library()), new DataRegion(0x100440, 12)),
                new ThreadArea(7, Optional.empty(), new DataRegion(0x150000, 65_536)),
                new ThreadArea(7, Optional.of(lib.library()), new DataRegion(0x160000, 12))));

    assertEquals(
        """
        LIBRARY                  DATA                   SLOTS        BUNDLE
        main.wasm                0x00100400 +40         1 +0         test 1.0.0
        libc.so                  0x00100430 +208516     1 +31        test 1.0.0
        [stack]                  0x00000400 +1048576
        [heap]                   0x001332c0 +52544
        [TLS of libc.so, thread 0] 0x00100440 +12
        [stack, thread 7]        0x00150000 +65536
        [TLS of libc.so, thread 7] 0x00160000 +12
        [free]                   0x00140000 +64
        [free]                                          30 +2
        memory 20 pages of at most 65536, table 32 slots
        """,
        map.toString());
  }

  @Test
  void addressesAreUnsigned() {
    assertEquals("0xffff0000 +65536", new DataRegion(0xffff_0000L, 65_536).toString());
    assertEquals(0x1_0000_0000L, new DataRegion(0xffff_0000L, 65_536).end());
    assertEquals("7 +3", new TableRegion(7, 3).toString());
    assertEquals(10, new TableRegion(7, 3).end());
  }

  private static LoadedLibrary loaded(String name, long address, long size, long slot, long slots) {
    return new LoadedLibrary(
        TestLibrary.of(module(name)), new DataRegion(address, size), new TableRegion(slot, slots));
  }
}
