package org.dylink.bindgen.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dylink.bindgen.c.CField;
import org.dylink.bindgen.c.CRecord;
import org.dylink.bindgen.c.TypeTable;

/** Reads structs and unions, with those in them. */
final class RecordReader {
  private static final Set<String> LAYOUT =
      Set.of("PackedAttr", "AlignedAttr", "MaxFieldAlignmentAttr");

  private final HeaderFiles own;
  private final TypeTable types;

  RecordReader(HeaderFiles own, TypeTable types) {
    this.own = own;
    this.types = types;
  }

  /** Adds one to the table, if its members are told, and gives its key. */
  String read(AstNode node) {
    String keyword = node.value("tagUsed");
    String tag = node.name().isEmpty() ? node.place().text() : node.name();
    String key = keyword + " " + tag;
    if (node.is("completeDefinition")) {
      List<CField> fields = new ArrayList<>();
      String special = special(node);
      for (AstNode child : node.children()) {
        if (child.kind().equals("RecordDecl")) {
          read(child);
        } else if (child.kind().equals("FieldDecl")) {
          fields.add(field(child));
          special = special.isEmpty() ? special(child) : special;
        }
      }
      boolean union = keyword.equals("union");
      boolean isOwn = own.has(node.place().file());
      types.add(new CRecord(key, node.name(), union, fields, special, isOwn, own.comment(node)));
    }
    return key;
  }

  private CField field(AstNode node) {
    int bits = -1;
    if (node.is("isBitfield")) {
      bits = node.find("ConstantExpr").map(width -> Integer.parseInt(width.value("value"))).get();
    }
    return new CField(node.name(), types.parse(node.type()), Texts.of(node.type()), bits);
  }

  private static String special(AstNode node) {
    return node.children().stream()
        .map(AstNode::kind)
        .filter(LAYOUT::contains)
        .findFirst()
        .map(kind -> kind.equals("AlignedAttr") ? "aligned by an attribute" : "packed")
        .orElse("");
  }
}
