package org.dylink.machine.ir;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

class ModuleTextTest {
  @Test
  void checksAnAccessAgainstTheSizeThatLiesBeforeTheMemory() {
    String body = function("(i32) -> i32", code().localGet(0).i32Load(16));

    assertEquals(
        """
        getelementptr i8, ptr BASE, i64 -8
        load i64, ptr v, !tbaa !3
        icmp ugt i64 v, v
        br i1 v, label v, label v, !prof !5
        getelementptr i8, ptr BASE, i64 v
        getelementptr i8, ptr v, i64 16
        load i32, ptr v, align 1, !tbaa !4
        """,
        steps(body, "add nuw nsw i64 v, 20", 7));
  }

  @Test
  void endOfAnAccessCannotWrap() {
    String body = function("(i32) -> i64", code().localGet(0).i64Load(-1));

    assertTrue(body.matches("(?s).*add nuw nsw i64 %v\\d+, 4294967303\n.*"), body);
  }

  @Test
  void looksAtTheStopFlagInEachLoop() {
    String body = function("() -> ()", code().loop().br(0).end());

    assertTrue(body.contains("load volatile ptr"), body);
  }

  @Test
  void whoAsksJavaKeepsItsRegistersAndWhatItKnowsOfMemory() {
    String text = text("() -> ()", code().loop().br(0).end());

    assertTrue(
        text.contains("call preserve_allcc void @dylink_ask_poll(ptr swiftself %t) #5"), text);
    assertTrue(text.contains("#5 = { cold nounwind memory(inaccessiblemem: readwrite) }"), text);
  }

  @Test
  void onlyWhatNeitherCallsNorLoopsNorTrapsIsWrittenWhereItIsCalled() {
    Code plain = code().localGet(0).i32Const(3).i32Add();

    assertTrue(text("(i32) -> i32", plain).contains("@f0(ptr %i, i32 %p0, ptr swiftself %t) #6"));
    for (Code other :
        List.of(
            code().localGet(0).i32Load(0),
            code().localGet(0).call("f"),
            code().loop().end().localGet(0),
            code().localGet(0).localGet(0).i32DivS())) {
      assertTrue(text("(i32) -> i32", other).contains("@f0(ptr %i, i32 %p0, ptr swiftself %t) #0"));
    }
  }

  @Test
  void onlyWhoCallsCTakesCareOfItsStack() {
    Code copy = code().i32Const(0).i32Const(0).i32Const(0).op(0xfc).op(10).op(0).op(0);

    assertTrue(
        text("() -> ()", copy).contains("@f0(ptr %i, ptr swiftself %t) #0 alignstack(16) {"));
    assertFalse(function("() -> ()", code()).contains("alignstack"));
  }

  @Test
  void checksTheStackWhereSomethingIsCalled() {
    assertTrue(function("() -> ()", code().call("f")).contains("@llvm.frameaddress"));
    assertFalse(function("() -> ()", code()).contains("@llvm.frameaddress"));
  }

  @Test
  void takesCountsOfShiftsModuloTheBits() {
    String body = function("(i32) -> i32", code().localGet(0).localGet(0).op(0x74));

    assertTrue(body.contains(", 31\n"), body);
  }

  @Test
  void declaresNothingButItsOwnWayInAndOut() {
    List<String> declared =
        text("() -> ()", code()).lines().filter(line -> line.startsWith("declare")).toList();

    assertEquals(
        List.of(
            "declare hidden void @dylink_trap(i32, i64, i64, ptr swiftself) #1",
            "declare hidden void @dylink_throw(ptr swiftself) #1",
            "declare hidden i32 @dylink_try(ptr, ptr swiftself) #4",
            "declare hidden void @dylink_trap_1(i64, ptr swiftself) #1",
            "declare hidden void @dylink_trap_2(i64, ptr swiftself) #1",
            "declare hidden void @dylink_trap_4(i64, ptr swiftself) #1",
            "declare hidden void @dylink_trap_8(i64, ptr swiftself) #1",
            "declare hidden void @dylink_trap_16(i64, ptr swiftself) #1",
            "declare hidden i32 @dylink_enter(ptr, ptr, ptr, ptr, ptr)",
            "declare ptr @llvm.frameaddress.p0(i32)"),
        declared);
  }

  @Test
  void leavesOutWhatNothingReaches() {
    String body = function("() -> i32", code().i32Const(7).op(0x0f).i32Const(8).drop());

    assertEquals(1, body.split("ret i32 7", -1).length - 1, body);
    assertFalse(body.contains("ret i32 8"), body);
  }

  private static String text(String type, Code code) {
    ModuleBuilder module =
        ModuleBuilder.module("lib.so").memory(1).exportedFunction("f", type, code);
    return ModuleText.of(ModuleCodeReader.read(module.build()), Machine.X86_UNIX);
  }

  private static String function(String type, Code code) {
    String text = text(type, code);
    int from = text.indexOf(" @f0(");
    return text.substring(from, text.indexOf("\n}", from));
  }

  // The steps behind one, with v for all names but that of the memory's first byte.
  private static String steps(String body, String first, int count) {
    var base = Pattern.compile("(%v\\d+) = load ptr, ptr %v\\d+, !invariant").matcher(body);
    assertTrue(base.find(), body);
    List<String> lines =
        body.replace(base.group(1) + ",", "BASE,")
            .lines()
            .map(line -> line.strip().replaceFirst("^%v\\d+ = ", "").replaceAll("%[vb]\\d+", "v"))
            .filter(line -> !line.matches("b\\d+:"))
            .toList();
    int at = lines.indexOf(first);
    return String.join("\n", lines.subList(at + 1, at + 1 + count)) + "\n";
  }
}
