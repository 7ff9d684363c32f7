package org.dylink.engine.machine.make;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.dylink.engine.machine.Baseline;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.format.WasmModule;

/** A compiler's process that does what its platform's name says. */
final class FaultyCompiler {
  private FaultyCompiler() {}

  public static void main(String[] arguments) throws Exception {
    Path object = Path.of(arguments[1]);
    switch (arguments[2]) {
      case "works", "other-module" -> Files.write(object, file(arguments));
      case "refuses" -> refuse();
      case "dies" -> die("LLVM ERROR: out of memory");
      case "tells" -> die(System.getenv("GLIBC_TUNABLES"));
      case "crashes" -> crash();
      case "garbage" -> Files.write(object, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
      case "waits" -> new CountDownLatch(1).await();
      case "grows" -> grow();
      default -> throw new IllegalArgumentException(arguments[2]);
    }
  }

  private static byte[] file(String[] arguments) throws Exception {
    WasmModule module = WasmModule.read("m", Files.readAllBytes(Path.of(arguments[0])));
    String digest = arguments[2].equals("works") ? module.digest() : "another";
    return MachineObjectFile.write(
        new MachineObject(
            arguments[2],
            Baseline.of(arguments[2]),
            "LLVM 20.1.7",
            digest,
            new byte[] {7},
            0,
            List.of(new MachineObject.Range(0, 1)),
            List.of(new MachineObject.Crossing(0, 0, 0))));
  }

  private static void refuse() throws IOException {
    System.out.write("function f: it is odd\n".getBytes(StandardCharsets.UTF_8));
    System.out.flush();
    System.exit(ChildCompiler.REFUSED);
  }

  // As LLVM does: a line, and abort().
  private static void die(String words) {
    System.err.println(words);
    Runtime.getRuntime().halt(134);
  }

  // As a JVM does, and it leaves a file.
  private static void crash() throws IOException {
    Files.write(Path.of("hs_err_pid1.log"), new byte[100]);
    System.out.println(
        """
        #
        # A fatal error has been detected by the Java Runtime Environment:
        #
        # Problematic frame:
        # C  [libLLVM.so+0x521be04]  llvm::X86::lower(int)+0x2344
        #
        # No core dump will be written.""");
    Runtime.getRuntime().halt(134);
  }

  private static void grow() {
    List<ByteBuffer> all = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      all.add(ByteBuffer.allocateDirect(1 << 28));
    }
    Runtime.getRuntime().halt(all.size());
  }
}
