package org.dylink.bindgen.tree;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.bindgen.c.CConstant;
import org.dylink.bindgen.c.CFunction;
import org.dylink.bindgen.c.CHeader;
import org.dylink.bindgen.c.CType;
import org.dylink.bindgen.c.TypeTable;

/** Finds in clang's tree what a header declares. */
public final class HeaderReader {
  private final OwnFiles own;
  private final TypeTable types = new TypeTable();
  private final RecordReader records;
  // By name: a function may be declared again, and its comment stands at one of them.
  private final Map<String, CFunction> functions = new LinkedHashMap<>();
  private final List<CConstant> constants = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();
  private String lastRecord = ""; // the key of the one that a typedef may name

  private HeaderReader(OwnFiles own) {
    this.own = own;
    this.records = new RecordReader(own, types);
  }

  /**
   * Reads a tree.
   *
   * @param tree what clang prints for {@code -ast-dump=json}
   * @param own the files whose declarations count
   * @throws IOException if it is no such tree
   */
  public static CHeader read(Reader tree, OwnFiles own) throws IOException {
    HeaderReader reader = new HeaderReader(own);
    AstReader.read(tree, reader::read);
    return new CHeader(
        new ArrayList<>(reader.functions.values()),
        reader.types.records(),
        reader.constants,
        reader.variables,
        reader.types);
  }

  private void read(AstNode node) {
    switch (node.kind()) {
      case "RecordDecl" -> lastRecord = records.read(node);
      case "TypedefDecl" -> readTypedef(node);
      case "EnumDecl" -> readEnum(node);
      case "FunctionDecl" -> readFunction(node);
      case "VarDecl" -> readVariable(node);
      default -> {}
    }
  }

  private void readTypedef(AstNode node) {
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

  private void readEnum(AstNode node) {
    if (!own.has(node.place().file())) {
      return;
    }
    long next = 0;
    for (AstNode each : node.children("EnumConstantDecl").toList()) {
      Optional<AstNode> value = each.find("ConstantExpr");
      if (value.isPresent()) {
        next = Long.parseLong(value.get().value("value"));
      }
      constants.add(new CConstant(each.name(), next));
      next++;
    }
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
    boolean isStatic = node.value("storageClass").equals("static");
    if (own.has(node.place().file()) && !isStatic && !variables.contains(node.name())) {
      variables.add(node.name());
    }
  }
}
