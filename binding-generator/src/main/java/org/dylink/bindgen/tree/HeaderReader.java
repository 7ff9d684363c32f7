package org.dylink.bindgen.tree;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dylink.bindgen.c.CFunction;
import org.dylink.bindgen.c.CHeader;
import org.dylink.bindgen.c.CType;
import org.dylink.bindgen.c.TypeTable;

/** Finds in clang's tree what a header declares. */
public final class HeaderReader {
  private static final Pattern TEXT = Pattern.compile("const char\\s?\\[\\d+]");

  private final HeaderFiles own;
  private final TypeTable types = new TypeTable();
  private final RecordReader records;
  private final EnumReader enums;
  // By name: a function may be declared again, and its comment stands at one of them.
  private final Map<String, CFunction> functions = new LinkedHashMap<>();
  private final Set<String> variables = new LinkedHashSet<>();
  private final Set<String> statics = new LinkedHashSet<>();
  // The keys of those that a typedef may name.
  private String lastRecord = "";
  private String lastEnum = "";

  private HeaderReader(HeaderFiles own) {
    this.own = own;
    this.records = new RecordReader(own, types);
    this.enums = new EnumReader(own, types);
  }

  /**
   * Reads a tree.
   *
   * @param tree what clang prints for {@code -ast-dump=json}
   * @param own the files whose declarations count
   * @throws IOException if it is no such tree
   */
  public static CHeader read(Reader tree, HeaderFiles own) throws IOException {
    HeaderReader reader = new HeaderReader(own);
    AstReader.read(tree, reader::read);
    return new CHeader(
        new ArrayList<>(reader.functions.values()),
        reader.types.records(),
        reader.enums.constants(),
        new ArrayList<>(reader.variables),
        new ArrayList<>(reader.statics),
        reader.types);
  }

  private void read(AstNode node) {
    switch (node.kind()) {
      case "RecordDecl" -> {
        lastRecord = records.read(node);
        readEnumsInside(node);
      }
      case "TypedefDecl" -> readTypedef(node);
      case "EnumDecl" -> lastEnum = enums.read(node);
      case "FunctionDecl" -> readFunction(node);
      case "VarDecl" -> readVariable(node);
      default -> {}
    }
  }

  private void readTypedef(AstNode node) {
    boolean isUnnamedEnum =
        node.find("EnumType").filter(found -> found.value("decl.name").isEmpty()).isPresent();
    if (isUnnamedEnum) {
      types.sameNumber(node.type(), lastEnum);
    }
    CType type = types.parse(node.type());
    Optional<AstNode> owner = node.find("RecordType");
    if (type instanceof CType.RecordOf struct && owner.isPresent()) {
      boolean isUnnamed = owner.get().value("decl.name").isEmpty();
      String key = isUnnamed ? lastRecord : struct.key();
      types.name(key, node.name(), node.type());
      type = new CType.RecordOf(key);
    }
    types.alias(node.name(), type);
  }

  /** What is declared inside of a struct is C's everywhere. */
  private void readEnumsInside(AstNode node) {
    node.children("RecordDecl").forEach(this::readEnumsInside);
    node.children("EnumDecl").forEach(enums::read);
  }

  private void readFunction(AstNode node) {
    if (!own.has(node.place().file()) || node.is("isImplicit")) {
      return;
    }
    CFunction function = FunctionReader.read(node, types, own);
    functions.merge(function.name(), function, HeaderReader::together);
  }

  private static CFunction together(CFunction first, CFunction second) {
    return first.comment().isEmpty() ? second : first;
  }

  private void readVariable(AstNode node) {
    if (!own.has(node.place().file())) {
      return;
    } else if (!node.value("storageClass").equals("static")) {
      variables.add(node.name());
    } else if (!node.value("init").isEmpty() && isConstant(node.type())) {
      statics.add(node.name());
    }
  }

  /** Of a pointer that is itself, and of an array of characters, whose text is its value. */
  private static boolean isConstant(String type) {
    return type.endsWith("]")
        ? TEXT.matcher(type).matches()
        : type.contains("*") ? type.endsWith("*const") : type.matches("const (?!volatile ).*");
  }
}
