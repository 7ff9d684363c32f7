package org.dylink.example.nativelibrary;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodType;
import java.util.Map;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;

class NativeLibraryTest {
  private static final String NAME = "libnative.so";

  @Test
  @EnabledForJreRange(min = JRE.JAVA_22)
  void aWasmProgramCallsNativeFunctions() throws Exception {
    HostLibrary functions =
        NativeLibrary.of(
            NAME,
            Map.of(
                "toupper", MethodType.methodType(int.class, int.class),
                "labs", MethodType.methodType(long.class, long.class)));
    try (Dylink dylink = Dylink.builder().host(functions).build();
        Program program = dylink.link(LinkRequest.builder(main()).build())) {
      assertEquals((int) 'X', program.call("upper", (int) 'x'));
      assertEquals(7L, program.call("absolute", -7L));
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_22)
  void aFunctionThatIsNotThereIsNamed() {
    Map<String, MethodType> none = Map.of("no_such_function", MethodType.methodType(int.class));
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> NativeLibrary.of(NAME, none));
    assertEquals("libnative.so: no native function no_such_function", failure.getMessage());
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_22)
  @EnabledOnOs(OS.LINUX)
  void aNativeFileIsLoaded() throws Exception {
    MethodType type = MethodType.methodType(double.class, double.class, double.class);
    HostLibrary math = NativeLibrary.of(NAME, "libm.so.6", Map.of("hypot", type));
    byte[] main =
        module("main.wasm")
            .dylink(dylink().memInfo(0, 0, 0, 0).needed(NAME))
            .importMemory("env", "memory", 0)
            .importFunction("env", "hypot", "(f64, f64) -> f64")
            .exportedFunction(
                "root", "(f64, f64) -> f64", code().localGet(0).localGet(1).call("env.hypot"))
            .toArray();
    try (Dylink dylink = Dylink.builder().host(math).build();
        Program program =
            dylink.link(LinkRequest.builder(Library.read("main.wasm", main)).build())) {
      assertEquals(5.0, program.call("root", 3.0, 4.0));
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_22)
  void aFileThatIsNoLibraryIsNamed() {
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class, () -> NativeLibrary.of(NAME, "/none.so", Map.of()));
    assertEquals("libnative.so: cannot load the native library /none.so", failure.getMessage());
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21)
  void olderJavaIsTold() {
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> NativeLibrary.of(NAME, Map.of()));
    assertEquals(
        "libnative.so: native functions need Java 22, this is " + Runtime.version().feature(),
        failure.getMessage());
  }

  private static Library main() throws MalformedModuleException {
    byte[] bytes =
        module("main.wasm")
            .dylink(dylink().memInfo(0, 0, 0, 0).needed(NAME))
            .importMemory("env", "memory", 0)
            .importFunction("env", "toupper", "(i32) -> i32")
            .importFunction("env", "labs", "(i64) -> i64")
            .exportedFunction("upper", "(i32) -> i32", code().localGet(0).call("env.toupper"))
            .exportedFunction("absolute", "(i64) -> i64", code().localGet(0).call("env.labs"))
            .toArray();
    return Library.read("main.wasm", bytes);
  }
}
