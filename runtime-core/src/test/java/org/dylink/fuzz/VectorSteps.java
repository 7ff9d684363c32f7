package org.dylink.fuzz;

import static org.dylink.format.ValueType.F32;
import static org.dylink.format.ValueType.F64;
import static org.dylink.format.ValueType.V128;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dylink.engine.jvm.code.VectorInstruction;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;

/** Vector instructions. NaNs get the same bits where an instruction has made some. */
final class VectorSteps {
  private static final int LANES = 16;
  private static final int ALIGNMENT = 1; // what all but loads and stores of a byte may have
  private static final Set<String> SHAPES = Set.of("f32x4", "f64x2");

  // What gives NaNs of any bits (WebAssembly Core, Numerics, NaN propagation).
  private static final Set<String> MAKERS =
      Set.of(
          "ceil",
          "floor",
          "trunc",
          "nearest",
          "sqrt",
          "add",
          "sub",
          "mul",
          "div",
          "min",
          "max",
          "demote_f64x2_zero",
          "promote_low_f32x4");

  private static final List<VectorInstruction> ACCESSES =
      VectorInstruction.all().stream().filter(VectorInstruction::isAccess).toList();
  private static final List<VectorInstruction> OTHERS =
      VectorInstruction.all().stream().filter(each -> !each.isAccess()).toList();

  private final Body body;
  private final Choices choices;
  private final Addresses addresses;

  VectorSteps(Body body) {
    this.body = body;
    this.choices = body.choices();
    this.addresses = new Addresses(body);
  }

  void addTo(Steps steps) {
    steps.add(40, this::other);
    steps.add(8, this::access);
  }

  private void other() {
    VectorInstruction instruction = choices.of(OTHERS);
    List<ValueType> params = instruction.type().params();
    body.need(params);
    ValueType last = params.isEmpty() ? null : params.get(params.size() - 1);
    if (last == F32 || last == F64) {
      body.locals().canonicalise(last); // becomes a lane
    }
    Code code = body.code().op(instruction.bytes());
    switch (instruction.immediate()) {
      case LANE -> code.op(choices.below(instruction.lanes()));
      case LANES -> code.op(lanes());
      case VECTOR -> code.op(new Values(body).vector());
      default -> {}
    }
    body.push(instruction.type().results());
    canonicalise(instruction.text());
  }

  /** Any, or whole words: compilers exchange these mostly. */
  private int[] lanes() {
    int word = choices.oneIn(2) ? 4 : 1;
    int[] first =
        IntStream.range(0, LANES / word).map(i -> choices.below(2 * LANES / word)).toArray();
    return IntStream.range(0, LANES).map(i -> first[i / word] * word + i % word).toArray();
  }

  private void access() {
    VectorInstruction instruction = choices.of(ACCESSES);
    List<ValueType> params = instruction.type().params();
    addresses.one();
    for (int i = 1; i < params.size(); i++) {
      body.produce(params.get(i));
    }
    body.need(addresses.with(params.subList(1, params.size())));
    body.code().op(instruction.bytes());
    int alignment = instruction.text().contains("8_") ? 0 : choices.below(ALIGNMENT + 1);
    body.code().memoryArgument(alignment, addresses.offset());
    if (instruction.lanes() > 0) {
      body.code().op(choices.below(instruction.lanes()));
    }
    body.push(instruction.type().results());
  }

  private void canonicalise(String text) {
    int dot = text.indexOf('.');
    if (SHAPES.contains(text.substring(0, dot)) && MAKERS.contains(text.substring(dot + 1))) {
      boolean isSingle = text.startsWith("f32x4");
      int kept = body.locals().spare(V128, 0);
      Code code = body.code().localTee(kept);
      if (isSingle) {
        code.f32Const(Float.NaN).op(VectorInstruction.PREFIX, 0x13); // splat
      } else {
        code.f64Const(Double.NaN).op(VectorInstruction.PREFIX, 0x14);
      }
      code.localGet(kept).localGet(kept).op(VectorInstruction.PREFIX, isSingle ? 0x41 : 0x47); // eq
      code.op(VectorInstruction.PREFIX, 0x52); // bitselect
    }
  }
}
