package org.dylink.machine.objects;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.engine.CompiledForm;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.Baseline;
import org.dylink.engine.machine.CompilerFailedException;
import org.dylink.engine.machine.MachineCompiler;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.engine.machine.make.CompilerFolder;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.engine.machine.make.Platform;
import org.dylink.format.Companions;
import org.dylink.format.WasmModule;
import org.dylink.machine.MachineCodePolicy;
import org.dylink.machine.run.NativeEngine;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptObjectsTest {
  private static final WasmModule MODULE =
      ModuleBuilder.module("lib.so").exportedFunction("f", "() -> i32", code().i32Const(1)).build();
  private static final String NONE = "there is none for " + Platform.NAME;
  private static final String SIZE =
      "1 bytes for " + Baseline.of(Platform.NAME) + " by LLVM 20.1.7";
  private static final String MAKING = "it is being made for " + Platform.NAME;

  @TempDir private Path parent;

  @Test
  void isALackWithoutACompiler() {
    NativeEngine engine = new NativeEngine(objects(KeptObjects.Maker.NONE));
    var refusal = assertThrows(InvalidModuleException.class, () -> engine.compile(MODULE));

    assertEquals(
        "lib.so: needs machine code, which engine native lacks: "
            + NONE
            + "; no compiler is installed",
        refusal.getMessage());
  }

  @Test
  void whoAsksIsToldWhatWillComeOfIt() throws Exception {
    MachineCompiler compiler = module -> fail("nothing is made for who asks");
    List<String> remarks = new ArrayList<>();
    for (Making making : Making.values()) {
      try (ObjectMaker maker = new ObjectMaker(compiler, folder(), making)) {
        NativeEngine engine = new NativeEngine(objects(maker));
        engine.readiness(MODULE).lacks().forEach(lack -> remarks.add(lack.where()));
        maker.finish();
      }
    }
    assertEquals(
        List.of(NONE + "; dylink compile makes it", NONE + "; it is made once a program needs it"),
        remarks);
  }

  @Test
  void whoAsksIsToldWhatIsThereAndWhoseWordItIsRunOn() throws Exception {
    byte[] file = MachineObjectFile.write(object(MODULE));
    WasmModule module = MODULE.with(beside(file, "CN=Build"));
    folder().keep(module, object(MODULE));
    folder().keep(module, object("linux-other", MODULE.digest()));
    String place = parent.resolve("code").toString();
    String kind = "native-" + Platform.NAME;

    KeptHere kept = new KeptHere(folder(), Platform.NAME);
    assertEquals(
        Set.of(
            CompiledForm.used(kind, place, SIZE + ", made on this machine"),
            CompiledForm.unused("native-linux-other", place, "this is " + Platform.NAME)),
        Set.copyOf(kept.forms(module)));
    assertEquals(
        List.of(CompiledForm.used(kind, "its bundle", SIZE + ", trusted by the configuration")),
        new BesideModule(Platform.NAME, Trust.of(List.of("signer=CN=Build"))).forms(module));
    assertEquals(
        List.of(CompiledForm.unused(kind, "its bundle", refusal(module, Trust.of(List.of())))),
        new BesideModule(Platform.NAME, Trust.of(List.of())).forms(module));
  }

  @Test
  void whatAnotherCompilerHasMadeIsMadeAnew() throws Exception {
    folder().keep(MODULE, object(MODULE));
    String other = "made by LLVM 20.1.7, the compiler here is LLVM 21.1.0";
    String why = "that in " + parent.resolve("code") + " is " + other;
    CompilerFolder installed = new CompilerFolder(List.of(), Optional.of("LLVM 21.1.0"));
    KeptHere kept = new KeptHere(folder(), Platform.NAME, Optional.of(installed));
    String kind = "native-" + Platform.NAME;
    assertEquals(
        List.of(CompiledForm.unused(kind, parent.resolve("code").toString(), why)),
        kept.forms(MODULE));

    MachineObject made =
        new MachineObject(
            Platform.NAME,
            Baseline.of(Platform.NAME),
            "LLVM 21.1.0",
            MODULE.digest(),
            new byte[] {8},
            0,
            List.of(new MachineObject.Range(0, 1)),
            List.of(new MachineObject.Crossing(0, 0, 0)));
    try (ObjectMaker maker = new ObjectMaker(module -> made, folder(), Making.BACKGROUND)) {
      KeptObjects objects = new KeptObjects(List.of(kept), Platform.NAME, maker);
      assertEquals(
          Optional.of(why + "; it is made once a program needs it"), objects.outlook(MODULE));
      assertEquals(Optional.of(MAKING), objects.missing(MODULE));
      maker.finish();
      assertEquals(Optional.empty(), objects.missing(MODULE));
      assertEquals(8, objects.get(MODULE).image()[0]);
    }
  }

  @Test
  void aServiceMayTrustWhatTheConfigurationDoesNot() throws Exception {
    WasmModule module = MODULE.with(beside(MachineObjectFile.write(object(MODULE))));
    MachineCodePolicy service = new Everybody();
    BesideModule place =
        new BesideModule(Platform.NAME, Trust.of(List.of("signer=CN=Other")), service);
    assertEquals(
        SIZE + ", trusted by " + Everybody.class.getName(), place.forms(module).get(0).facts());
  }

  private static final class Everybody implements MachineCodePolicy {
    @Override
    public boolean allows(WasmModule module, String digest, Set<String> signers) {
      return true;
    }
  }

  @Test
  void isALackUntilItIsMadeInTheBackground() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    MachineCompiler compiler =
        module -> {
          await(told);
          return object(module);
        };
    try (ObjectMaker maker = new ObjectMaker(compiler, folder(), Making.BACKGROUND)) {
      KeptObjects objects = objects(maker);
      assertEquals(Optional.of(MAKING), objects.missing(MODULE));
      assertEquals(Optional.of(MAKING), objects.missing(MODULE));
      told.countDown();
      maker.finish();
      assertEquals(Optional.empty(), objects.missing(MODULE));
      assertEquals(7, objects.get(MODULE).image()[0]);
    }
  }

  @Test
  void isMadeFirstIfThatIsAskedFor() throws InvalidModuleException {
    try (ObjectMaker maker = new ObjectMaker(KeptObjectsTest::object, folder(), Making.FIRST)) {
      assertEquals(Optional.empty(), objects(maker).missing(MODULE));
    }
    // And is kept.
    assertEquals(7, objects(KeptObjects.Maker.NONE).get(MODULE).image()[0]);
  }

  @Test
  void triesOnceWhatTheCompilerDoesNotMake() {
    AtomicInteger tries = new AtomicInteger();
    MachineCompiler compiler =
        module -> {
          tries.incrementAndGet();
          throw new CompilerFailedException("ended with code 134: LLVM ERROR: out of memory", null);
        };
    try (ObjectMaker maker = new ObjectMaker(compiler, folder(), Making.FIRST)) {
      Optional<String> why =
          Optional.of("the compiler ended with code 134: LLVM ERROR: out of memory");
      assertEquals(why, objects(maker).missing(MODULE));
      assertEquals(why, objects(maker).missing(MODULE));
    }
    assertEquals(1, tries.get());
  }

  @Test
  void trustsNoBundleUnlessItIsTold() throws Exception {
    byte[] file = MachineObjectFile.write(object(MODULE));
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    WasmModule module = MODULE.with(beside(file, "O=Acme, CN=Build"));

    assertEquals(
        "that in its bundle is not trusted: to allow it, add sha-256="
            + digest
            + " to trust of org.dylink.engine.native",
        refusal(module, Trust.of(List.of("signer=CN=Other"))));
    for (String entry : List.of("sha-256=" + digest, "signer=o=ACME,cn=build")) {
      MachineCodePolicy trust = Trust.of(List.of(entry));
      assertEquals(7, new BesideModule(Platform.NAME, trust).find(module).orElseThrow().image()[0]);
    }
  }

  @Test
  void refusesWhatIsTrustedAndOfNoUse() throws UnfitObjectException {
    MachineCodePolicy all = (module, digest, signers) -> true;
    byte[] other = MachineObjectFile.write(object("linux-other", MODULE.digest()));
    byte[] another = MachineObjectFile.write(object(Platform.NAME, "x"));
    assertEquals(
        "that in its bundle is of no use: made for linux-other, expected " + Platform.NAME,
        refusal(MODULE.with(beside(other)), all));
    assertEquals(
        "that in its bundle is of no use: made of another module",
        refusal(MODULE.with(beside(another)), all));
    assertEquals(
        "that in its bundle is of no use: not an object",
        refusal(MODULE.with(beside("something else".getBytes(StandardCharsets.UTF_8))), all));
    assertFalse(new BesideModule(Platform.NAME, all).find(MODULE).isPresent());
  }

  @Test
  void refusesAConfigurationThatItDoesNotKnow() {
    for (String entry : List.of("md5=1", "1234", "signer=nobody")) {
      var refusal =
          assertThrows(IllegalArgumentException.class, () -> Trust.of(List.of(entry)), entry);
      assertEquals(
          "trust: expected sha-256=DIGEST or signer=NAME, found " + entry, refusal.getMessage());
    }
  }

  private static String refusal(WasmModule module, MachineCodePolicy trust) {
    BesideModule place = new BesideModule(Platform.NAME, trust);
    return assertThrows(UnfitObjectException.class, () -> place.find(module)).getMessage();
  }

  private static void await(CountDownLatch latch) throws CompilerFailedException {
    try {
      if (!latch.await(1, TimeUnit.MINUTES)) {
        throw new CompilerFailedException("waits for ever", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompilerFailedException("was interrupted", e);
    }
  }

  private static Companions beside(byte[] file, String... signers) {
    return new Companions() {
      @Override
      public Optional<InputStream> open(String kind) {
        assertEquals("native-" + Platform.NAME, kind);
        return Optional.of(new ByteArrayInputStream(file));
      }

      @Override
      public Set<String> signers() {
        return Set.of(signers);
      }
    };
  }

  private ObjectFolder folder() {
    return new ObjectFolder(parent.resolve("code"));
  }

  private KeptObjects objects(KeptObjects.Maker maker) {
    return new KeptObjects(List.of(new KeptHere(folder(), Platform.NAME)), Platform.NAME, maker);
  }

  private static MachineObject object(WasmModule module) {
    return object(Platform.NAME, module.digest());
  }

  private static MachineObject object(String target, String digest) {
    return new MachineObject(
        target,
        Baseline.of(target),
        "LLVM 20.1.7",
        digest,
        new byte[] {7},
        0,
        List.of(new MachineObject.Range(0, 1)),
        List.of(new MachineObject.Crossing(0, 0, 0)));
  }
}
