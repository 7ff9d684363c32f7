package org.dylink.binding.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The Basic C ABI, by what clang makes of 200 functions. The same source, compiled by the compiler
 * of another machine, has told what each answers; {@code src/test/native/build.sh} makes all of it.
 */
@SuppressWarnings("try") // an interface that leaves close() as it is: it might throw anything
class AbiTest {
  private static final Map<String, Class<?>> BOXED =
      Map.of(
          "boolean", boolean.class,
          "byte", byte.class,
          "char", char.class,
          "double", double.class,
          "float", float.class,
          "int", int.class,
          "long", long.class,
          "short", short.class,
          "String", String.class);

  private static AbiHeader library;
  private static Map<String, Method> methods;

  @BeforeAll
  static void bind() throws Exception {
    library = WasmBinder.bind(AbiHeader.class, new TestLinker());
    methods =
        Arrays.stream(AbiHeader.class.getDeclaredMethods())
            .collect(Collectors.toMap(Method::getName, Function.identity()));
  }

  @AfterAll
  static void close() throws Exception {
    library.close();
  }

  @Test
  void parametersAndResults() throws Exception {
    assertEquals(110, check("f", AbiTest::callPlain));
  }

  @Test
  void parametersAndResultsOfCallbacks() throws Exception {
    assertEquals(55, check("c", AbiTest::callBack));
  }

  @Test
  void variableArguments() throws Exception {
    assertEquals(35, check("v", AbiTest::callVariadic));
  }

  private interface Call {
    String answer(Method method, String[] columns) throws Exception;
  }

  /** Calls all functions of a kind, and tells how many there are. */
  private static int check(String kind, Call call) throws Exception {
    int count = 0;
    for (String line : answers()) {
      String[] columns = line.split("\\|", -1);
      if (columns[0].startsWith(kind)) {
        String answer = columns[columns.length - 1];
        assertEquals(answer, call.answer(methods.get(columns[0]), columns), columns[0]);
        count++;
      }
    }
    return count;
  }

  private static List<String> answers() throws IOException {
    return Files.readAllLines(Path.of("src/test/native/abi.txt"), StandardCharsets.UTF_8);
  }

  private static String callPlain(Method method, String[] columns) throws Exception {
    Object[] arguments = new Leaves(columns[1]).values(method.getParameterTypes());
    return Leaves.shown(method.invoke(library, arguments));
  }

  private static String callBack(Method method, String[] columns) throws Exception {
    Class<?> type = method.getParameterTypes()[0];
    List<String> passed = new ArrayList<>();
    Object function =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              passed.add(Stream.of(arguments).map(Leaves::shown).collect(Leaves.JOINED));
              return new Leaves(columns[2]).value(called.getReturnType());
            });
    String answer = Leaves.shown(method.invoke(library, function));
    Class<?>[] types = type.getDeclaredMethods()[0].getParameterTypes();
    assertEquals(List.of(new Leaves(columns[1]).shownAs(types)), passed, columns[0]);
    return answer;
  }

  private static String callVariadic(Method method, String[] columns) throws Exception {
    Class<?>[] types =
        Stream.of(columns[2].split(","))
            .filter(name -> !name.isEmpty())
            .map(AbiTest::type)
            .toArray(Class<?>[]::new);
    Object[] rest = new Leaves(columns[1]).values(types);
    return Leaves.shown(method.invoke(library, rest.length, rest));
  }

  private static Class<?> type(String name) {
    return BOXED.getOrDefault(
        name,
        Arrays.stream(AbiHeader.class.getDeclaredClasses())
            .filter(each -> each.getSimpleName().equals(name))
            .findFirst()
            .orElse(null));
  }
}
