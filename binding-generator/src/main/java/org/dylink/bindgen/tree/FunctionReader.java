package org.dylink.bindgen.tree;

import java.util.List;
import java.util.stream.Collectors;
import org.dylink.bindgen.c.CFunction;
import org.dylink.bindgen.c.CParameter;
import org.dylink.bindgen.c.CType;
import org.dylink.bindgen.c.TypeTable;

/** Reads the declaration of a function. */
final class FunctionReader {
  private FunctionReader() {}

  static CFunction read(AstNode node, TypeTable types, HeaderFiles own) {
    List<AstNode> nodes = node.children("ParmVarDecl").toList();
    List<CParameter> parameters =
        nodes.stream().map(each -> new CParameter(each.name(), types.parse(each.type()))).toList();
    CType type = types.parse(node.type()).bare(); // perhaps a typedef of a function
    CType result =
        type instanceof CType.FunctionOf function
            ? function.result()
            : new CType.Unknown(node.type());
    String symbol = node.value("mangledName");
    return new CFunction(
        node.name(),
        symbol.isEmpty() ? node.name() : symbol,
        result,
        parameters,
        node.is("variadic"),
        node.is("inline") || node.value("storageClass").equals("static"),
        prototype(node, nodes),
        own.comment(node));
  }

  private static String prototype(AstNode node, List<AstNode> parameters) {
    String all =
        parameters.stream()
            .map(each -> declared(each.type(), each.name()))
            .collect(Collectors.joining(", "));
    String rest = node.is("variadic") ? all.isEmpty() ? "..." : ", ..." : "";
    String inside = all.isEmpty() && rest.isEmpty() ? "void" : all + rest;
    return declared(resultOf(node.type()), node.name() + "(" + inside + ")");
  }

  /** What stands before the parameters: the last group of parentheses, or what a star begins. */
  private static String resultOf(String type) {
    int nested = type.indexOf("(*");
    if (nested >= 0 && type.lastIndexOf('(', nested - 1) < 0 && isResult(type, nested)) {
      return removeParameters(type, nested + 2);
    }
    int open = type.indexOf('(');
    return open < 0 ? type : type.substring(0, open).strip();
  }

  // "void (*(int))(int)" returns a pointer; "void (void (*)(int))" has one among its parameters.
  private static boolean isResult(String type, int nested) {
    return type.indexOf('(') == nested && nested + 2 < type.length();
  }

  private static String removeParameters(String type, int from) {
    int open = type.indexOf('(', from);
    int depth = 0;
    for (int i = open; i >= 0 && i < type.length(); i++) {
      depth += type.charAt(i) == '(' ? 1 : type.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return type.substring(0, open) + type.substring(i + 1);
      }
    }
    return type;
  }

  /** A name where C has it: {@code void (*name)(int)}, {@code char *name}. */
  static String declared(String clangs, String name) {
    String type = Texts.of(clangs);
    int pointer = type.indexOf("(*");
    int array = type.indexOf('[');
    if (pointer >= 0) {
      int close = type.indexOf(')', pointer);
      return type.substring(0, close) + name + type.substring(close);
    } else if (array >= 0) {
      return type.substring(0, array).strip() + " " + name + type.substring(array);
    }
    return name.isEmpty() || type.endsWith("*") ? type + name : type + " " + name;
  }
}
