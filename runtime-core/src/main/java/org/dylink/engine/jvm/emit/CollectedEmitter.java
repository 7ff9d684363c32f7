package org.dylink.engine.jvm.emit;

import java.util.Collections;
import java.util.List;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.gc.ArrayFills;
import org.dylink.engine.jvm.run.gc.ArrayInstructions;
import org.dylink.engine.jvm.run.gc.GuestStruct;
import org.dylink.engine.jvm.run.gc.StructInstructions;
import org.dylink.format.FieldType;
import org.dylink.format.ValueType;
import org.objectweb.asm.Opcodes;

/** Making, reading and writing structs and arrays: see {@code run.gc}. */
final class CollectedEmitter {
  private static final ValueType REFERENCE = ValueType.EXTERNREF;
  private static final ValueType INDEX = ValueType.I32;
  private static final RunMethod NEW_STRUCT =
      RunMethod.of(
          StructInstructions.class,
          "allocate",
          int.class,
          int.class,
          int.class,
          InstanceState.class);
  private static final RunMethod NEW_ARRAY =
      RunMethod.of(ArrayInstructions.class, "allocate", int.class, int.class, InstanceState.class);
  private static final TypedMethods FILL =
      TypedMethods.setters(ArrayFills.class, "fill", Object.class, int.class, int.class);
  private static final RunMethod FILL_VECTOR =
      RunMethod.of(
          ArrayFills.class, "fill", long.class, long.class, Object.class, int.class, int.class);
  private static final TypedMethods MAKE =
      TypedMethods.setters(ArrayFills.class, "make", int.class, int.class, InstanceState.class);
  private static final RunMethod MAKE_VECTOR =
      RunMethod.of(
          ArrayFills.class,
          "make",
          long.class,
          long.class,
          int.class,
          int.class,
          InstanceState.class);
  private static final FieldAccess STRUCT = FieldAccess.ofStructs(StructInstructions.class);
  private static final FieldAccess ARRAY = FieldAccess.ofArrays(ArrayInstructions.class);

  private final Emission emission;
  private final Body body;

  CollectedEmitter(Emission emission) {
    this.emission = emission;
    this.body = emission.body();
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  private FieldType field(int at) {
    return body.spaces().struct(body.index(at)).fields().get(body.second(at));
  }

  private FieldType element(int at) {
    return body.spaces().element(body.index(at));
  }

  void emitStructNewDefault(int at) {
    List<FieldType> fields = body.spaces().struct(body.index(at)).fields();
    unit().pushInt(GuestStruct.numbers(fields));
    unit().pushInt(GuestStruct.objects(fields));
    pushType(at);
    unit().call(NEW_STRUCT);
  }

  private void pushType(int at) {
    unit().pushInt(body.index(at));
    unit().loadState();
  }

  void emitStructNew(int at) {
    List<FieldType> fields = body.spaces().struct(body.index(at)).fields();
    VectorBorder.toLongs(unit(), fields.stream().map(FieldType::value).toList());
    emitStructNewDefault(at);
    setAll(STRUCT, fields);
  }

  /** Sets all fields of the object at the top to what lies below it. */
  private void setAll(FieldAccess access, List<FieldType> fields) {
    int made = unit().slots().scratch(1);
    unit().code().visitVarInsn(Opcodes.ASTORE, made);
    for (int i = fields.size() - 1; i >= 0; i--) {
      FieldAccess.pack(unit(), fields.get(i));
      unit().code().visitVarInsn(Opcodes.ALOAD, made);
      unit().pushInt(i);
      access.put(unit(), fields.get(i));
    }
    unit().code().visitVarInsn(Opcodes.ALOAD, made);
  }

  void emitStructGet(int at) {
    unit().pushInt(body.second(at));
    STRUCT.get(unit(), field(at), body.opcode(at) == Opcode.STRUCT_GET_S);
  }

  void emitStructSet(int at) {
    FieldType field = field(at);
    int[] places = FieldAccess.spill(unit(), REFERENCE, field.value());
    FieldAccess.load(unit(), field.value(), places[1]);
    FieldAccess.pack(unit(), field);
    unit().load(REFERENCE, places[0]);
    unit().pushInt(body.second(at));
    STRUCT.put(unit(), field);
  }

  void emitArrayNew(int at) {
    ValueType value = element(at).value();
    VectorBorder.toLongs(unit(), List.of(value, INDEX));
    pushType(at);
    unit().call(value == ValueType.V128 ? MAKE_VECTOR : MAKE.of(value));
  }

  void emitArrayNewDefault(int at) {
    pushType(at);
    unit().call(NEW_ARRAY);
  }

  void emitArrayNewFixed(int at) {
    List<FieldType> elements = Collections.nCopies(body.second(at), element(at));
    VectorBorder.toLongs(unit(), elements.stream().map(FieldType::value).toList());
    unit().pushInt(elements.size());
    emitArrayNewDefault(at);
    setAll(ARRAY, elements);
  }

  void emitArrayGet(int at) {
    ARRAY.get(unit(), element(at), body.opcode(at) == Opcode.ARRAY_GET_S);
  }

  void emitArraySet(int at) {
    FieldType element = element(at);
    int[] places = FieldAccess.spill(unit(), REFERENCE, INDEX, element.value());
    FieldAccess.load(unit(), element.value(), places[2]);
    unit().load(REFERENCE, places[0]);
    unit().load(INDEX, places[1]);
    ARRAY.put(unit(), element);
  }

  /** Calls a method that takes the type, a segment and the state behind the operands. */
  void emitOfSegment(int at, RunMethod method) {
    unit().pushInt(body.index(at));
    unit().pushInt(body.second(at));
    unit().loadState();
    unit().call(method);
  }

  void emitArrayFill(int at) {
    ValueType value = element(at).value();
    int[] places = FieldAccess.spill(unit(), REFERENCE, INDEX, value, INDEX);
    FieldAccess.load(unit(), value, places[2]);
    unit().load(REFERENCE, places[0]);
    unit().load(INDEX, places[1]);
    unit().load(INDEX, places[3]);
    unit().call(value == ValueType.V128 ? FILL_VECTOR : FILL.of(value));
  }
}
