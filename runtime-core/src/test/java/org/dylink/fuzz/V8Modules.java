package org.dylink.fuzz;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dylink.format.Export;
import org.dylink.format.FunctionType;
import org.dylink.format.WasmModule;
import org.dylink.fuzz.FuzzCase.Call;

/** Runs cases of one module with V8, in one process of node. */
final class V8Modules implements AutoCloseable {
  private static final Path SCRIPT =
      Path.of("src", "test", "resources", "org", "dylink", "fuzz", "modules.mjs");

  private final Process node;
  private final Writer cases;
  private final BufferedReader outcomes;

  V8Modules() throws IOException {
    node =
        new ProcessBuilder("node", SCRIPT.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    cases = new OutputStreamWriter(node.getOutputStream(), StandardCharsets.UTF_8);
    outcomes =
        new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
  }

  /** What each call of a case did, and what the module's world was then. */
  List<String> run(FuzzCase fuzzCase) throws IOException {
    cases.write(json(fuzzCase) + "\n");
    cases.flush();
    String line = outcomes.readLine();
    if (line == null) {
      throw new IOException("node has ended");
    }
    return List.of(line.split("\t"));
  }

  private static String json(FuzzCase fuzzCase) {
    WasmModule module = fuzzCase.modules().get(0);
    Style style = fuzzCase.features().style();
    int functions =
        1 + (int) module.exports().stream().filter(e -> e.type() instanceof FunctionType).count();
    List<String> names = IntStream.range(0, functions).mapToObj(module::functionName).toList();
    return "{\"module\":\"%s\",\"wide\":%s,\"fuel\":%d,\"names\":%s,\"calls\":[%s]}"
        .formatted(
            Base64.getEncoder().encodeToString(module.bytes().toArray()),
            style.isWide(),
            style.fuel(),
            strings(names),
            fuzzCase.calls().stream().map(call -> json(module, call)).collect(joining(",")));
  }

  private static String json(WasmModule module, Call call) {
    FunctionType type =
        (FunctionType) module.export(call.function()).map(Export::type).orElseThrow();
    List<String> arguments = new ArrayList<>();
    call.arguments().forEach(argument -> arguments.add(argument(argument)));
    List<String> results = type.results().stream().map(Object::toString).toList();
    return "{\"f\":\"%s\",\"args\":%s,\"results\":%s}"
        .formatted(call.function(), strings(arguments), strings(results));
  }

  private static String argument(Object value) {
    if (value instanceof Integer number) {
      return "i32:" + number;
    } else if (value instanceof Long number) {
      return "i64:" + number;
    } else if (value instanceof Float number) {
      return "f32:" + Integer.toUnsignedString(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      return "f64:" + Long.toUnsignedString(Double.doubleToRawLongBits(number));
    }
    return value == null ? "null:" : "text:" + value;
  }

  private static String strings(List<String> all) {
    return all.stream().map(text -> "\"" + text + "\"").collect(joining(",", "[", "]"));
  }

  @Override
  public void close() throws IOException {
    Stream.of(cases, outcomes).forEach(V8Modules::close);
    node.destroy();
  }

  private static void close(AutoCloseable stream) {
    try {
      stream.close();
    } catch (Exception e) {
      // node is gone already
    }
  }
}
