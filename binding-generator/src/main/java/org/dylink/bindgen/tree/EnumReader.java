package org.dylink.bindgen.tree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.bindgen.c.CConstant;
import org.dylink.bindgen.c.TypeTable;

/** Reads enums: their enumerators, and the number that each one is. */
final class EnumReader {
  private final HeaderFiles own;
  private final TypeTable types;
  private final List<CConstant> constants = new ArrayList<>();

  EnumReader(HeaderFiles own, TypeTable types) {
    this.own = own;
    this.types = types;
  }

  /** Those of the library's own headers, in the order of C. */
  List<CConstant> constants() {
    return constants;
  }

  /** Adds one, and gives its key. */
  String read(AstNode node) {
    String key = "enum " + (node.name().isEmpty() ? node.place().text() : node.name());
    List<AstNode> nodes = node.children("EnumConstantDecl").toList();
    List<BigInteger> values = new ArrayList<>();
    for (AstNode each : nodes) {
      Optional<AstNode> value = each.find("ConstantExpr");
      BigInteger next =
          values.isEmpty() ? BigInteger.ZERO : values.get(values.size() - 1).add(BigInteger.ONE);
      values.add(value.isEmpty() ? next : number(value.get().value("value")));
    }
    for (int i = 0; i < nodes.size() && own.has(node.place().file()); i++) {
      constants.add(constant(nodes.get(i).name(), values.get(i), bits(values) > Integer.SIZE));
    }
    type(node, values).ifPresent(type -> types.number(key, types.parse(type)));
    return key;
  }

  /** Clang writes a {@code _Bool} in words. */
  private static BigInteger number(String value) {
    return switch (value) {
      case "true" -> BigInteger.ONE;
      case "false" -> BigInteger.ZERO;
      default -> new BigInteger(value);
    };
  }

  /** In an enum of 64 bits, one that does not fit an int has all of them. */
  private static CConstant constant(String name, BigInteger value, boolean inWide) {
    boolean wide = inWide && value.bitLength() >= Integer.SIZE;
    return new CConstant(name, wide ? value.longValue() : value.intValue(), wide);
  }

  private static int bits(List<BigInteger> values) {
    int most = values.stream().mapToInt(BigInteger::bitLength).max().orElse(0);
    return most + (hasSign(values) ? 1 : 0);
  }

  private static boolean hasSign(List<BigInteger> values) {
    return values.stream().anyMatch(each -> each.signum() < 0);
  }

  /** The number that an enum is, where it is no int: as its header says, or as it has to be. */
  private static Optional<String> type(AstNode node, List<BigInteger> values) {
    String fixed = node.value("fixedUnderlyingType.qualType");
    if (!fixed.isEmpty()) {
      return Optional.of(fixed);
    }
    int bits = bits(values);
    boolean packed = node.children("PackedAttr").findAny().isPresent();
    if (bits <= Integer.SIZE && !packed) {
      return Optional.empty();
    }
    String type = bits <= 8 ? "char" : bits <= 16 ? "short" : bits <= 32 ? "int" : "long long";
    return Optional.of((hasSign(values) ? "signed " : "unsigned ") + type);
  }
}
