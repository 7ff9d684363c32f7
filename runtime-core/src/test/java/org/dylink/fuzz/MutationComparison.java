package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.fuzz.BodyText.Piece;
import org.dylink.fuzz.EnginePair.Participant;

/**
 * Lets two engines validate a mutated module, and run it if both take it.
 *
 * <p>Where only one takes it, that is a difference, unless it is one of these. Endive does not look
 * whether a body's last byte is its end, whether a function that is referred to was declared, of
 * what type a null is, nor at the upper bits of an alignment, and takes a memory index of several
 * bytes (as WebAssembly 3.0 does; to 2.0 it is a byte that is zero). It does not have the legacy
 * encoding of exceptions, and no vectors.
 */
final class MutationComparison {
  private static final List<String> LAX =
      List.of(
          "function body must end with end",
          "operators remaining after end of function",
          "illegal opcode",
          "undeclared function reference",
          "malformed value type",
          "malformed reference type",
          "alignment must not be larger than natural",
          "zero byte expected");

  private static final Set<Opcode> FAULTY = EnumSet.of(Opcode.F32_CONVERT_I64_U, Opcode.TABLE_FILL);

  private final EnginePair pair;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private int compared;
  private int trapped;

  MutationComparison(EnginePair pair) {
    this.pair = pair;
  }

  /** How many cases came to which end. */
  Map<String, Integer> outcomes() {
    return outcomes;
  }

  /** Calls that were compared. */
  int compared() {
    return compared;
  }

  /** Calls among them that trapped. */
  int trapped() {
    return trapped;
  }

  /** The difference in words, if there is one. */
  Optional<String> difference(MutatedCase mutated) {
    Optional<String> difference;
    try {
      difference = compare(mutated, WasmModule.read("mutated.so", mutated.bytes()));
    } catch (MalformedModuleException | RuntimeException | Error e) {
      difference = Optional.of("broken: " + e + Arrays.stream(e.getStackTrace()).limit(6).toList());
    }
    difference.ifPresent(text -> note("different"));
    return difference;
  }

  private Optional<String> compare(MutatedCase mutated, WasmModule module)
      throws MalformedModuleException {
    InvalidModuleException one = refusal(pair.oracle(), module);
    InvalidModuleException other = refusal(pair.subject(), module);
    if (isUnsupported(one) || isUnsupported(other)) {
      note("unsupported");
    } else if (one != null && other != null) {
      note("refused");
    } else if (one == null && other == null) {
      return run(mutated, ModuleCodeReader.read(module));
    } else if (other != null && LAX.stream().anyMatch(other.getMessage()::contains)) {
      note("refused by one");
    } else {
      return Optional.of(
          "\n  " + words(pair.oracle(), one) + "\n  " + words(pair.subject(), other));
    }
    return Optional.empty();
  }

  private static InvalidModuleException refusal(Participant participant, WasmModule module) {
    try {
      participant.engine().compile(module);
      return null;
    } catch (InvalidModuleException e) {
      return e;
    }
  }

  private static boolean isUnsupported(InvalidModuleException refusal) {
    return refusal != null && refusal.isUnsupported();
  }

  private static String words(Participant participant, InvalidModuleException refusal) {
    String verdict = refusal == null ? "valid" : refusal.getMessage();
    return participant.engine().name() + ": " + verdict;
  }

  private Optional<String> run(MutatedCase mutated, ModuleCode code)
      throws MalformedModuleException {
    if (showsFaults(mutated.slice(), code)) {
      note("faults of Endive");
      return Optional.empty();
    }
    List<Observation> expected = run(pair.oracle(), mutated, code);
    List<Observation> found = run(pair.subject(), mutated, code);
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      Observation one = expected.get(i);
      Observation other = found.get(i);
      if (one.last() || other.last()) {
        note("given up");
        return Optional.empty();
      } else if (!one.equals(other)) {
        return Optional.of("\n  " + one + "\n  " + other);
      }
      compared++;
      trapped += one.outcome().startsWith("trap") ? 1 : 0;
    }
    note("same");
    return Optional.empty();
  }

  // Fault.PARAMETERS_OF_BLOCKS, CONVERSIONS_ROUND_UP, SIGNED_FILLS
  private static boolean showsFaults(Slice slice, ModuleCode code) {
    List<Piece> pieces = new ArrayList<>();
    for (int place = 0; place < slice.size(); place++) {
      pieces.addAll(BodyText.of(code, slice.function(place)).pieces());
    }
    return pieces.stream().anyMatch(piece -> piece.parameters() || FAULTY.contains(piece.opcode()));
  }

  private static List<Observation> run(
      Participant participant, MutatedCase mutated, ModuleCode code)
      throws MalformedModuleException {
    byte[] bytes = new FuelWriter(code, mutated.slice(), participant.faults()).write();
    WasmModule module = WasmModule.read("mutated.so", bytes);
    try {
      return SliceRun.run(participant.engine(), module, mutated.slice(), mutated.rest());
    } catch (InvalidModuleException e) {
      return List.of(new Observation("with fuel", e.getMessage(), false));
    }
  }

  private void note(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }
}
