package org.dylink.engine.jvm.validate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.dylink.engine.jvm.code.Instruction;
import org.dylink.engine.jvm.code.Opcode;

/**
 * What each instruction takes and leaves where that depends on the module or on the block, and what
 * else must hold for it (WebAssembly Core, Validation, Instructions): a row an instruction.
 */
final class TypingRules {
  /** Checks one instruction and follows what it does. */
  interface Rule {
    void check(Typing to, Instruction each);
  }

  private static final Rule NONE = (to, each) -> {};
  private static final Map<Opcode, Rule> ROWS = new EnumMap<>(Opcode.class);

  static {
    ROWS.put(Opcode.UNREACHABLE, (to, each) -> to.setUnreachable());
    ROWS.put(Opcode.BLOCK, BlockRules::open);
    ROWS.put(Opcode.LOOP, BlockRules::open);
    ROWS.put(Opcode.TRY, BlockRules::open);
    ROWS.put(Opcode.IF, BlockRules::openIf);
    ROWS.put(Opcode.TRY_TABLE, BlockRules::openTryTable);
    ROWS.put(Opcode.ELSE, BlockRules::openElse);
    ROWS.put(Opcode.CATCH, BlockRules::openCatch);
    ROWS.put(Opcode.CATCH_ALL, BlockRules::openCatchAll);
    ROWS.put(Opcode.DELEGATE, BlockRules::delegate);
    ROWS.put(Opcode.END, (to, each) -> to.end());
    ROWS.put(Opcode.BR, BranchRules::branch);
    ROWS.put(Opcode.BR_IF, BranchRules::branchIf);
    ROWS.put(Opcode.BR_TABLE, BranchRules::branchTable);
    ROWS.put(Opcode.RETURN, BranchRules::returnResults);
    ROWS.put(Opcode.THROW, BranchRules::throwTag);
    ROWS.put(Opcode.THROW_REF, BranchRules::throwReference);
    ROWS.put(Opcode.RETHROW, BranchRules::rethrow);
    ROWS.put(Opcode.CALL, CallRules::call);
    ROWS.put(Opcode.CALL_INDIRECT, CallRules::callIndirect);
    ROWS.put(Opcode.RETURN_CALL, CallRules::tailCall);
    ROWS.put(Opcode.RETURN_CALL_INDIRECT, CallRules::tailCallIndirect);
    ROWS.put(Opcode.CALL_REF, CallRules::callReference);
    ROWS.put(Opcode.RETURN_CALL_REF, CallRules::tailCallReference);
    ROWS.put(Opcode.DROP, (to, each) -> to.pop());
    ROWS.put(Opcode.SELECT, ValueRules::select);
    ROWS.put(Opcode.SELECT_TYPED, ValueRules::selectTyped);
    ROWS.put(Opcode.LOCAL_GET, ValueRules::getLocal);
    ROWS.put(Opcode.LOCAL_SET, ValueRules::setLocal);
    ROWS.put(Opcode.LOCAL_TEE, ValueRules::setAndGet);
    ROWS.put(Opcode.GLOBAL_GET, (to, each) -> to.push(to.spaces().global(each.index).value()));
    ROWS.put(Opcode.GLOBAL_SET, ValueRules::setGlobal);
    ROWS.put(Opcode.REF_NULL, (to, each) -> to.push(each.type));
    ROWS.put(Opcode.REF_IS_NULL, ValueRules::isNull);
    ROWS.put(Opcode.REF_FUNC, ValueRules::referFunction);
    ROWS.put(Opcode.REF_AS_NON_NULL, ValueRules::requireReference);
    ROWS.put(Opcode.BR_ON_NULL, BranchRules::branchOnNull);
    ROWS.put(Opcode.BR_ON_NON_NULL, BranchRules::branchOnReference);
    ROWS.put(Opcode.TABLE_GET, ValueRules::getElement);
    ROWS.put(Opcode.TABLE_SET, ValueRules::setElement);
    ROWS.put(Opcode.TABLE_GROW, ValueRules::growTable);
    ROWS.put(Opcode.TABLE_FILL, ValueRules::fillTable);
    ROWS.put(Opcode.TABLE_INIT, ValueRules::initTable);
    ROWS.put(Opcode.TABLE_COPY, ValueRules::copyTable);
    ROWS.put(Opcode.MEMORY_COPY, ValueRules::copyMemory);
    ROWS.put(Opcode.NOP, NONE);
    addCollected();
    Arrays.stream(Opcode.values())
        .filter(opcode -> opcode.type() != null)
        .forEach(opcode -> ROWS.putIfAbsent(opcode, NONE));
  }

  private TypingRules() {}

  private static void addCollected() {
    ROWS.put(Opcode.STRUCT_NEW, StructRules::make);
    ROWS.put(Opcode.STRUCT_NEW_DEFAULT, StructRules::makeDefault);
    ROWS.put(Opcode.STRUCT_GET, StructRules::get);
    ROWS.put(Opcode.STRUCT_GET_S, StructRules::get);
    ROWS.put(Opcode.STRUCT_GET_U, StructRules::get);
    ROWS.put(Opcode.STRUCT_SET, StructRules::set);
    ROWS.put(Opcode.ARRAY_NEW, ArrayRules::make);
    ROWS.put(Opcode.ARRAY_NEW_DEFAULT, ArrayRules::makeDefault);
    ROWS.put(Opcode.ARRAY_NEW_FIXED, ArrayRules::makeFixed);
    ROWS.put(Opcode.ARRAY_NEW_DATA, ArrayRules::makeOfData);
    ROWS.put(Opcode.ARRAY_NEW_ELEM, ArrayRules::makeOfElements);
    ROWS.put(Opcode.ARRAY_GET, ArrayRules::get);
    ROWS.put(Opcode.ARRAY_GET_S, ArrayRules::get);
    ROWS.put(Opcode.ARRAY_GET_U, ArrayRules::get);
    ROWS.put(Opcode.ARRAY_SET, ArrayRules::set);
    ROWS.put(Opcode.ARRAY_LEN, ArrayRules::length);
    ROWS.put(Opcode.ARRAY_FILL, ArrayRules::fill);
    ROWS.put(Opcode.ARRAY_COPY, ArrayRules::copy);
    ROWS.put(Opcode.ARRAY_INIT_DATA, ArrayRules::initOfData);
    ROWS.put(Opcode.ARRAY_INIT_ELEM, ArrayRules::initOfElements);
    ROWS.put(Opcode.REF_TEST, CastRules::test);
    ROWS.put(Opcode.REF_TEST_NULL, CastRules::test);
    ROWS.put(Opcode.REF_CAST, CastRules::cast);
    ROWS.put(Opcode.REF_CAST_NULL, CastRules::cast);
    ROWS.put(Opcode.BR_ON_CAST, CastRules::branch);
    ROWS.put(Opcode.BR_ON_CAST_FAIL, CastRules::branchOnFailure);
    ROWS.put(Opcode.ANY_CONVERT_EXTERN, CastRules::internalize);
    ROWS.put(Opcode.EXTERN_CONVERT_ANY, CastRules::externalize);
    ROWS.put(Opcode.REF_I31, CastRules::makeInteger);
    ROWS.put(Opcode.I31_GET_S, CastRules::getInteger);
    ROWS.put(Opcode.I31_GET_U, CastRules::getInteger);
    ROWS.put(Opcode.REF_EQ, CastRules::equal);
  }

  /** What holds for an instruction beside the types that its opcode names. */
  static Rule of(Opcode opcode) {
    return ROWS.get(opcode);
  }
}
