package org.dylink.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the type section, a group of types after the other (WebAssembly Core, Binary Format, Type
 * Section).
 */
final class TypeSectionReader {
  private static final int GROUP = 0x4e;
  private static final int FINAL_SUBTYPE = 0x4f;
  private static final int OPEN_SUBTYPE = 0x50;
  private static final int CONTINUATION = 0x5d;
  private static final int ARRAY = 0x5e;
  private static final int STRUCT = 0x5f;
  private static final int FUNCTION = 0x60;
  private static final int PACKED_16 = 0x77;
  private static final int PACKED_8 = 0x78;

  private final SectionCursor body;
  private final TypeSpace types;
  private final TypeReader reader;
  private DefinedType[] group = {}; // those that somebody has referred to, or that are defined

  TypeSectionReader(SectionCursor body, TypeSpace types) {
    this.body = body;
    this.types = types;
    this.reader = new GroupTypeReader();
  }

  /** Types may refer to any of their group, also to those that stand behind them. */
  private final class GroupTypeReader extends TypeReader {
    GroupTypeReader() {
      super(types);
    }

    @Override
    DefinedType defined(SectionCursor from) throws MalformedModuleException {
      int index = from.index("type index", types.size() + group.length);
      return index < types.size() ? types.definition(index) : member(index - types.size());
    }
  }

  void read() throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      if (body.peek() == GROUP) {
        body.skip("type form", 1);
        readGroup(body.count("types"));
      } else if (body.peek() == FUNCTION) {
        readFunction();
      } else {
        readGroup(1);
      }
    }
  }

  private DefinedType member(int number) {
    if (group[number] == null) {
      group[number] = new DefinedType(number);
    }
    return group[number];
  }

  /** What nearly all types are: plain, unless it refers to itself. */
  private void readFunction() throws MalformedModuleException {
    group = new DefinedType[1];
    body.skip("type form", 1);
    FunctionType type = readSignature();
    if (group[0] == null) {
      types.add(type);
      group = new DefinedType[0];
    } else {
      group[0].define(type, true, null);
      closeGroup();
    }
  }

  private void readGroup(int size) throws MalformedModuleException {
    group = new DefinedType[size];
    int[] starts = new int[size];
    for (int i = 0; i < size; i++) {
      starts[i] = body.offset();
      readSubtype(member(i), types.size() + i);
    }
    for (int i = 0; i < size; i++) {
      checkSupertype(group[i], starts[i]);
    }
    closeGroup();
  }

  private void closeGroup() {
    List<DefinedType> made = Arrays.asList(group);
    group = new DefinedType[0];
    if (!made.isEmpty()) {
      TypeGroup known = TypeGroup.of(made);
      for (int i = 0; i < made.size(); i++) {
        types.add(known.type(i));
      }
    }
  }

  private void readSubtype(DefinedType to, int index) throws MalformedModuleException {
    int start = body.offset();
    int form = body.u8("type form");
    if (form != OPEN_SUBTYPE && form != FINAL_SUBTYPE) {
      to.define(readComposite(start, form), true, null);
      return;
    }
    DefinedType supertype = readSupertype(index);
    int compositeStart = body.offset();
    CompositeType composite = readComposite(compositeStart, body.u8("type form"));
    to.define(composite, form == FINAL_SUBTYPE, supertype);
  }

  private DefinedType readSupertype(int index) throws MalformedModuleException {
    int start = body.offset();
    int count = body.count("supertypes");
    if (count == 0) {
      return null;
    } else if (count > 1) {
      throw body.error(count + " supertypes" + body.atOffset(start) + ", there may be one");
    }
    int above = body.index("supertype", index); // one that stands before
    return above < types.size() ? types.definition(above) : group[above - types.size()];
  }

  private CompositeType readComposite(int start, int form) throws MalformedModuleException {
    return switch (form) {
      case FUNCTION -> readSignature();
      case STRUCT -> new StructType(readFields());
      case ARRAY -> new ArrayType(readField());
      case CONTINUATION -> throw body.lacking(Feature.STACK_SWITCHING, start);
      default ->
          throw body.error(
              "type form 0x" + Integer.toHexString(form) + body.atOffset(start) + " is unknown");
    };
  }

  private FunctionType readSignature() throws MalformedModuleException {
    return new FunctionType(readValueTypes(), readValueTypes());
  }

  private List<ValueType> readValueTypes() throws MalformedModuleException {
    int count = body.count("count");
    List<ValueType> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(reader.readValueType(body));
    }
    return values;
  }

  private List<FieldType> readFields() throws MalformedModuleException {
    int count = body.count("fields");
    List<FieldType> fields = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      fields.add(readField());
    }
    return fields;
  }

  private FieldType readField() throws MalformedModuleException {
    int packed =
        switch (body.peek()) {
          case PACKED_8 -> 1;
          case PACKED_16 -> 2;
          default -> 0;
        };
    if (packed != 0) {
      body.skip("storage type", 1);
      return new FieldType(ValueType.I32, packed, TypeReader.readMutability(body));
    }
    return new FieldType(reader.readValueType(body), 0, TypeReader.readMutability(body));
  }

  /** When all of the group is known: fields may be of types that stand behind. */
  private void checkSupertype(DefinedType type, int start) throws MalformedModuleException {
    DefinedType above = type.supertype();
    if (above == null) {
      return;
    }
    if (above.isFinal()) {
      throw body.error("sub type" + body.atOffset(start) + " of a final type");
    } else if (!Matching.isSubtype(type.composite(), above.composite())) {
      throw body.error("sub type" + body.atOffset(start) + " does not match its super type");
    } else if (type.depth() > DefinedType.DEEPEST) {
      throw body.error(
          "sub type"
              + body.atOffset(start)
              + " has more than "
              + DefinedType.DEEPEST
              + " super types");
    }
  }
}
