package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.ReplacementPlan.Layout;
import org.osgi.service.component.annotations.Component;

/** Tells what a replacement does, symbol by symbol. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.linker.ReplacementPlan")
public final class ReplacementPlanConverter extends TableConverter<ReplacementPlan> {
  /** Makes the converter; it has no state. */
  public ReplacementPlanConverter() {
    super(ReplacementPlan.class);
  }

  @Override
  TextTable table(List<ReplacementPlan> plans) {
    TextTable table = new TextTable("LIBRARY", "EFFECT", "SYMBOL", "DETAIL");
    for (ReplacementPlan plan : plans) {
      String library =
          plan.before().name() + " " + plan.before().version() + " -> " + plan.after().version();
      table.row(library, plan.layout() == Layout.SAME ? "data stays" : "data moves", "", "");
      plan.changes()
          .forEach(
              change ->
                  table.row(
                      "", Words.lowerCase(change.effect()), change.symbol(), change.detail()));
    }
    return table;
  }

  @Override
  String details(ReplacementPlan plan, Screen screen) {
    return table(List.of(plan)).text(screen);
  }

  @Override
  String name(ReplacementPlan plan) {
    return plan.after().name();
  }
}
