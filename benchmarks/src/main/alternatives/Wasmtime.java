import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Extern;
import io.github.kawamuray.wasmtime.Linker;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.wasi.WasiCtx;
import io.github.kawamuray.wasmtime.wasi.WasiCtxBuilder;
import java.util.List;

/** Runs a WASI command by Wasmtime, through JNI: {@code Wasmtime FILE [ARGUMENT...]}. */
final class Wasmtime {
  private Wasmtime() {}

  public static void main(String[] arguments) {
    WasiCtx wasi = new WasiCtxBuilder().inheritStdio().args(List.of(arguments)).build();
    try (Store<Void> store = Store.withoutData(wasi);
        Linker linker = new Linker(store.engine())) {
      WasiCtx.addToLinker(linker);
      Engine engine = store.engine();
      try (Module module = Module.fromFile(engine, arguments[0])) {
        linker.module(store, "", module);
        Extern start = linker.get(store, "", "_start").orElseThrow();
        start.func().call(store);
      }
    }
  }
}
