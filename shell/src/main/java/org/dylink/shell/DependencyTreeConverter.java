package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.linker.DependencyTree;
import org.osgi.service.component.annotations.Component;

/** Prints what a library needs as an indented tree. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.linker.DependencyTree")
public final class DependencyTreeConverter extends TableConverter<DependencyTree> {
  /** Makes the converter; it has no state. */
  public DependencyTreeConverter() {
    super(DependencyTree.class);
  }

  @Override
  TextTable table(List<DependencyTree> trees) {
    TextTable table = new TextTable();
    trees.stream().flatMap(DependencyTree::nodes).forEach(node -> add(table, node));
    return table;
  }

  @Override
  String name(DependencyTree tree) {
    return tree.name();
  }

  private static void add(TextTable table, DependencyTree.Node node) {
    table.row(node.indent() + node.tree().name(), "=> " + node.tree().detail());
  }
}
