package org.dylink.engine.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.gc.Casts;
import org.dylink.engine.jvm.run.memory.Loads;
import org.dylink.engine.jvm.run.number.Integers;
import org.dylink.engine.jvm.run.vector.Bits;
import org.junit.jupiter.api.Test;

/** What generated code calls is ready before a guest runs. */
class FirstUseTest {
  // What generated code reaches where it may link a call, interfaces that nobody initializes, and
  // what the classes that are named use themselves. A CodeSwap is there before a call comes by it.
  private static final Set<String> OTHERS =
      Set.of(
          "package-info",
          "IndirectCallSite",
          "CodeSwap",
          "CodeUsers",
          "Invoker",
          "ModuleFacts",
          "ModuleData",
          "MemoryBounds",
          "AtomicCells",
          "AtomicParts",
          "HeapCells",
          "LargeBytes",
          "LargeMemory",
          "NewMemory",
          "PagesFile",
          "RawAccess",
          "ReservedMemory",
          "ReservedPages",
          "SegmentCells",
          "SegmentHandles",
          "Segments",
          "SharedBytes",
          "SharedCells",
          "ViewList",
          "Lanes",
          "SegmentBytes",
          "GuestObject",
          "CollectedHeap",
          "CollectedTraps");

  @Test
  void namesEachClassOfTheRoomsThatGeneratedCodeCalls() throws Exception {
    List<String> named =
        Stream.of(
                FirstUse.classes(),
                AtomicsFirstUse.classes(),
                VectorsFirstUse.classes(),
                LargeFirstUse.classes(),
                CollectedFirstUse.classes())
            .flatMap(List::stream)
            .filter(type -> !type.isMemberClass() && isOfThisEngine(type))
            .map(Class::getSimpleName)
            .sorted()
            .toList();

    assertEquals(
        Stream.of(InstanceState.class, Loads.class, Integers.class, Bits.class, Casts.class)
            .flatMap(FirstUseTest::classesBeside)
            .filter(name -> !OTHERS.contains(name) && !name.contains("$"))
            .filter(name -> !name.endsWith("Test")) // where all classes are in one folder
            .sorted()
            .toList(),
        named);
  }

  // What the engines share is named as well; not all in those rooms is called by generated code.
  private static boolean isOfThisEngine(Class<?> type) {
    return type.getPackageName().startsWith(JvmEngine.class.getPackageName() + '.');
  }

  private static Stream<String> classesBeside(Class<?> type) {
    String file = type.getSimpleName() + ".class";
    try (Stream<Path> files = Files.list(Path.of(type.getResource(file).toURI()).getParent())) {
      return files
          .map(path -> path.getFileName().toString().replace(".class", ""))
          .toList()
          .stream();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
