package org.dylink.machine.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.InstructionBytes;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.validate.Validator;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.TrapCode;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;

/**
 * The guest's sandbox is the checks in its code: no access of memories and tables goes without, no
 * call through a table, and no address of the host gets where the guest reads numbers.
 */
class UncheckedAccessTest {
  private static final List<Written> WRITTEN = written(Instructions.MODULES);
  private static final List<Written> SHARED = written(Instructions.SHARED);
  private static final List<Written> ACCESSING =
      WRITTEN.stream().filter(each -> each.audit().accesses() > 0).toList();

  // Of a check of memory, of a table or of a function in it: where it goes on.
  private static final Pattern CHECK =
      Pattern.compile("br i1 \\S+, label %(\\w+), (label %\\w+), !prof !5");
  private static final String TRAP =
      Stream.of(
              TrapCode.MEMORY_RANGE,
              TrapCode.TABLE,
              TrapCode.NULL_ELEMENT,
              TrapCode.NULL_FUNCTION,
              TrapCode.TYPE_MISMATCH)
          .map(each -> String.valueOf(each.number()))
          .collect(
              Collectors.joining(
                  "|",
                  "  (?:%\\w+ = add nuw nsw|call void @dylink_trap(_\\d+\\(i64|\\(i32 (",
                  "),)) .*"));
  private static final Pattern COMPARISON = Pattern.compile("icmp ug[te] i64|(?<=, )i64 -8(?=\\n)");
  // The end of an access: the memory's size is loaded next.
  private static final Pattern END =
      Pattern.compile(
          "(add (?:nuw nsw )?i64 \\S+, )(-?\\d+)(?=\n  %\\w+ = getelementptr i8, ptr %\\w+, i64 -8\n)");
  private static final Pattern STORE =
      Pattern.compile(
          "store (?:atomic |volatile )?i64 \\S+, ptr (%\\w+)(?=(, align \\d+, !tbaa !4| seq_cst, .*)\n)");

  @Test
  void noAccessGoesUnchecked() {
    List<String> findings = new ArrayList<>();
    WRITTEN.forEach(each -> findings.addAll(each.audit().findings()));
    SHARED.forEach(each -> findings.addAll(each.audit().findings()));

    assertEquals("", String.join("\n", findings));
  }

  // LLVM may do others twice, and between a check and an access another thread may write.
  @Test
  void eachAccessOfASharedMemoryIsOneOfTheMachines() {
    Pattern access = Pattern.compile("(load|store) (volatile |atomic )?.*!tbaa !4");
    List<MatchResult> accesses =
        SHARED.stream().flatMap(each -> access.matcher(each.text()).results()).toList();

    assertTrue(accesses.size() > 100, accesses.size() + " accesses");
    assertEquals(
        List.of(),
        accesses.stream().filter(each -> each.group(2) == null).map(MatchResult::group).toList());
  }

  @Test
  void allInstructionsButThoseOfTheCollectorAreThere() {
    Set<Opcode> missing = EnumSet.allOf(Opcode.class);
    missing.removeIf(InstructionBytes::isOfCollector);
    for (WasmModule module : Instructions.MODULES) {
      ModuleCode code = ModuleCodeReader.read(module);
      for (int i = code.spaces().importedFunctionCount(); i < code.spaces().functionCount(); i++) {
        Body body = Validator.validate(code, i);
        for (int at = 0; at < body.size(); at++) {
          missing.remove(body.opcode(at));
        }
      }
    }

    assertEquals(Set.of(), missing);
  }

  @Test
  void eachCheckThatIsTakenOutIsFound() {
    assertFound(
        CHECK,
        (text, check) -> {
          boolean isOfSandbox = text.matches("(?s).*\n" + check.group(1) + ":\n" + TRAP);
          return isOfSandbox ? "br " + check.group(2) : check.group();
        });
  }

  @Test
  void eachCheckOfLessThanTheAccessIsFound() {
    assertFound(END, (text, end) -> end.group(1) + (Long.parseLong(end.group(2)) - 1));
  }

  @Test
  void eachCheckAgainstSomethingElseIsFound() {
    assertFound(COMPARISON, (text, part) -> part.group().replace("ug", "sg").replace("-8", "-16"));
  }

  @Test
  void eachStoreOfAnAddressIsFound() {
    assertFound(STORE, (text, store) -> "store ptr %i, ptr " + store.group(1));
    assertFound(
        STORE,
        (text, store) ->
            "%address = ptrtoint ptr %i to i64\n  store i64 %address, ptr " + store.group(1));
  }

  // In each function that accesses anything, each part of this form is changed, alone.
  private static void assertFound(Pattern parts, BiFunction<String, MatchResult, String> changed) {
    int changes = 0;
    for (Written each : ACCESSING) {
      for (MatchResult part : parts.matcher(each.text()).results().toList()) {
        String other = changed.apply(each.text(), part);
        if (!other.equals(part.group())) {
          changes++;
          String before = each.text().substring(0, part.start());
          Written mutant =
              new Written(each.layout(), before + other + each.text().substring(part.end()));
          assertFalse(mutant.audit().findings().isEmpty(), mutant.text());
        }
      }
    }
    assertTrue(changes > 0, "nothing is changed");
  }

  /** A function as it is written, or changed. */
  private record Written(ContextLayout layout, String text) {
    AccessAudit audit() {
      return new AccessAudit(IrFunction.of(text), layout);
    }
  }

  private static List<Written> written(List<WasmModule> modules) {
    List<Written> all = new ArrayList<>();
    for (WasmModule module : modules) {
      ContextLayout layout = ContextLayout.of(module);
      String text = ModuleText.of(ModuleCodeReader.read(module), Machine.X86_UNIX);
      IrFunction.texts(text).forEach(each -> all.add(new Written(layout, each)));
    }
    return all;
  }
}
