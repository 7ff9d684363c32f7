import java.io.File;
import java.io.IOException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** Runs a WASI command by GraalWasm: {@code Graal FILE [ARGUMENT...]}. */
final class Graal {
  private Graal() {}

  public static void main(String[] arguments) throws IOException {
    try (Engine engine = Engine.newBuilder("wasm").build()) {
      // Without its compiler it interprets, which is another matter: nobody should take one for the
      // other.
      if (engine.getImplementationName().equals("Interpreted")) {
        throw new IllegalStateException("GraalWasm runs without its compiler");
      }
      run(engine, arguments);
    }
  }

  private static void run(Engine engine, String[] arguments) throws IOException {
    Source source = Source.newBuilder("wasm", new File(arguments[0])).build();
    Context.Builder context =
        Context.newBuilder("wasm")
            .engine(engine)
            .allowAllAccess(true)
            .option("wasm.Builtins", "wasi_snapshot_preview1")
            .arguments("wasm", arguments);
    try (Context open = context.build()) {
      Value module = open.eval(source);
      Value instance = module.canInstantiate() ? module.newInstance() : module;
      Value exports = instance.hasMember("exports") ? instance.getMember("exports") : instance;
      exports.getMember("_start").execute();
    } catch (PolyglotException e) {
      if (!e.isExit() || e.getExitStatus() != 0) {
        throw e;
      }
    }
  }
}
