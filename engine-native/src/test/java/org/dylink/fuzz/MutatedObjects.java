package org.dylink.fuzz;

import static org.dylink.testing.Code.code;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.TrapException;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.make.Platform;
import org.dylink.format.WasmModule;
import org.dylink.machine.objects.BesideModule;
import org.dylink.machine.objects.KeptObjects;
import org.dylink.machine.run.NativeEngine;
import org.dylink.testing.ModuleBuilder;

/**
 * Loads changed files of an object, all of them trusted, in a process of its own. What has other
 * code, or other addresses of it, is mapped and not run: whoever is trusted can do anything.
 */
final class MutatedObjects {
  static final int CASES = 3000;
  static final WasmModule MODULE =
      ModuleBuilder.module("lib.so")
          .memory(1)
          .table(1)
          .exportedFunction("f", "(i32) -> i32", code().localGet(0).i32Load(0).i32Const(7).i32Add())
          .exportedFunction("deeper", "(i32) -> i32", code().localGet(0).call("f"))
          .withNames()
          .build();
  private static final int SECONDS = 60;
  private static final boolean LONG_RUN = System.getProperty("dylink.fuzz.seconds") != null;

  private final byte[] file;
  private final MachineObject good;
  private int refused;
  private int mapped;
  private int run;

  private MutatedObjects(byte[] file) throws Exception {
    this.file = file;
    this.good = MachineObjectFile.read(file);
  }

  /** Prints the number of each case before it, and what became of them at the end. */
  public static void main(String[] args) throws Exception {
    MutatedObjects objects = new MutatedObjects(Files.readAllBytes(Path.of(args[0])));
    ObjectMutations mutations = new ObjectMutations(objects.file, objects.good);
    FuzzSettings.run(
        SECONDS,
        number -> {
          System.out.println(number);
          objects.load(mutations.next(new SplittableRandom(FuzzSettings.seedOf(number))));
          return LONG_RUN || number + 1 < CASES;
        });
    System.out.printf(
        "%d refused, %d mapped, %d run%n", objects.refused, objects.mapped, objects.run);
  }

  private void load(byte[] mutant) {
    WasmModule module = MODULE.with(kind -> Optional.of(new ByteArrayInputStream(mutant)));
    BesideModule place = new BesideModule(Platform.NAME, (asked, digest, signers) -> true);
    KeptObjects objects = new KeptObjects(List.of(place), Platform.NAME, KeptObjects.Maker.NONE);
    if (objects.missing(module).isPresent()) {
      refused++;
      return;
    }
    try {
      MachineObject object = objects.get(module);
      Instance instance =
          new NativeEngine(objects).compile(module).instantiate(List.of(), InstanceLimits.NONE);
      instance.initialize();
      if (hasCodeOf(object)) {
        run++;
        call((Function) instance.export("deeper").orElseThrow());
      } else {
        mapped++;
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean hasCodeOf(MachineObject object) {
    boolean isSame = object.enter() == good.enter() && object.types().equals(good.types());
    return isSame
        && Arrays.equals(object.image(), good.image())
        && starts(object).equals(starts(good));
  }

  private static List<Integer> starts(MachineObject object) {
    return object.functions().stream().map(MachineObject.Range::from).toList();
  }

  private static void call(Function function) {
    Object result = function.call(0);
    if (!result.equals(7)) {
      throw new IllegalStateException("7 expected, found " + result);
    }
    try {
      throw new IllegalStateException("no trap: " + function.call(-1));
    } catch (TrapException e) {
      // Its stack is told by the changed ranges, whole or in part.
      if (!e.getMessage().contains("out of bounds")) {
        throw e;
      }
    }
  }
}
