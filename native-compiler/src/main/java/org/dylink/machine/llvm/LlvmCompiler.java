package org.dylink.machine.llvm;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Lack;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.code.InvalidCodeException;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.engine.machine.MachineCompiler;
import org.dylink.engine.machine.MachineFeatures;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.make.Platform;
import org.dylink.format.WasmModule;
import org.dylink.machine.ir.LargeFunction;
import org.dylink.machine.ir.ModuleText;

/** Compiles by LLVM. */
public final class LlvmCompiler implements MachineCompiler {
  // What clang has inlined and unrolled before needs few of the passes of -O2: local ones, and what
  // takes checks and addresses out of loops and finds those that were made before.
  private static final String PASSES =
      "always-inline,function(sroa<modify-cfg>,early-cse<memssa>,instcombine<no-verify-fixpoint>,simplifycfg,"
          + "loop-mssa(licm),gvn,instcombine<no-verify-fixpoint>,simplifycfg,"
          + "constraint-elimination,dse,adce)";

  private final Target target;
  private final Llvm llvm;

  /**
   * A compiler for a platform, whatever it runs on itself.
   *
   * @throws IllegalArgumentException if it is none that this compiler knows
   */
  public static LlvmCompiler forTarget(String target) {
    return new LlvmCompiler(Target.of(target));
  }

  /** A compiler for this platform. */
  public LlvmCompiler() {
    this(Target.of(Platform.NAME));
  }

  private LlvmCompiler(Target target) {
    this.target = target;
    this.llvm = new Llvm(target, PASSES);
  }

  @Override
  public MachineObject compile(WasmModule module) throws InvalidModuleException {
    List<Lack> lacks = MachineFeatures.lacks(module);
    if (!lacks.isEmpty()) {
      throw InvalidModuleException.lacking(module.name(), "native", lacks.get(0));
    }
    try {
      ModuleCode code = ModuleCodeReader.read(module);
      return object(target, code.spaces(), new ElfObject(compile(code)));
    } catch (InvalidCodeException e) {
      throw new InvalidModuleException(module.name(), e.getMessage(), e);
    }
  }

  // Only LLVM knows how much of the stack a function takes, when it is done. Those that take much
  // are made again, so that they look whether there is so much.
  private byte[] compile(ModuleCode code) {
    LargeFrames large = LargeFrames.NONE;
    while (true) {
      Llvm.Compiled made = llvm.compile(ModuleText.of(code, target.machine(), large.sizes()));
      LargeFrames found = large.with(made.frames());
      if (found.equals(large)) {
        return made.file();
      }
      large = found;
    }
  }

  static MachineObject object(Target target, IndexSpaces spaces, ElfObject object) {
    List<MachineObject.Range> functions = new ArrayList<>();
    for (int i = spaces.importedFunctionCount(); i < spaces.functionCount(); i++) {
      functions.add(range(object, "f" + i));
    }
    List<MachineObject.Crossing> types = new ArrayList<>();
    for (int i = 0; i < spaces.typeCount(); i++) {
      types.add(
          new MachineObject.Crossing(
              object.symbol("in" + i).offset(),
              object.symbol("out" + i).offset(),
              object.symbol("own" + i).offset()));
    }
    return new MachineObject(
        target.platform(),
        target.baseline(),
        Llvm.version(),
        spaces.module().digest(),
        object.image(),
        object.symbol("dylink_enter").offset(),
        functions,
        types);
  }

  // Functions follow each other as in the module's text.
  private static MachineObject.Range range(ElfObject object, String name) {
    ElfObject.Symbol first = object.symbol(name);
    if (first == null) {
      return new MachineObject.Range(0, 0);
    }
    ElfObject.Symbol large = object.symbol(name + LargeFunction.SUFFIX);
    int end = large == null ? first.offset() + first.size() : large.offset() + large.size();
    return new MachineObject.Range(first.offset(), end - first.offset());
  }
}
