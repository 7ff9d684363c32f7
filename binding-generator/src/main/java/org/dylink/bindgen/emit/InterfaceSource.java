package org.dylink.bindgen.emit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dylink.bindgen.c.CConstant;
import org.dylink.bindgen.c.CFunction;
import org.dylink.bindgen.c.CHeader;
import org.dylink.bindgen.c.CRecord;
import org.dylink.bindgen.macro.MacroConstants;
import org.dylink.bindgen.macro.Value;

/**
 * The source of an interface.
 *
 * @param text the whole file
 * @param functions how many the header declares
 * @param methods how many of them are methods, some of them two
 * @param leftOut what is not, each with the reason
 */
public record InterfaceSource(String text, int functions, int methods, List<String> leftOut) {
  public InterfaceSource {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * What the interface is to be.
   *
   * @param packageName empty for none
   * @param name without the package
   * @param library what {@code @WasmLibrary} names
   * @param header how its documentation names the header
   * @param exported whether the library has a function
   */
  public record Plan(
      String packageName, String name, String library, String header, Predicate<String> exported) {}

  /** The name of an interface: {@code Zlib} of zlib. */
  public static String name(String header) {
    return JavaNames.camel(header);
  }

  /** Writes the interface of a header. */
  public static InterfaceSource of(Plan plan, CHeader header, MacroConstants macros) {
    return new Draft(plan, header).write(macros);
  }

  private static final class Draft {
    private final Plan plan;
    private final CHeader header;
    private final JavaNames names;
    private final RecordPlans records;
    private final CallbackPlans callbacks;
    private final MethodPlanner planner;
    private final List<String> leftOut = new ArrayList<>();
    private int bound; // functions that have become methods

    Draft(Plan plan, CHeader header) {
      this.plan = plan;
      this.header = header;
      this.names = new JavaNames(plan.name());
      this.records = new RecordPlans(header, names);
      CallTypes values = new CallTypes(records);
      this.callbacks = new CallbackPlans(values, names);
      this.planner = new MethodPlanner(values, callbacks, names);
    }

    InterfaceSource write(MacroConstants macros) {
      planRecords();
      List<MethodPlan> methods = methods();
      header
          .variables()
          .forEach(each -> leftOut.add(each + ": a variable: binding().symbol(\"" + each + "\")"));
      List<ConstantPlan> constants = constants(macros);
      InterfaceWriter writer = new InterfaceWriter();
      writer.constants(constants);
      records.all().forEach(writer::struct);
      callbacks.all().forEach(writer::callback);
      methods.forEach(writer::method);
      writer.end();
      writer.leftOut(leftOut);
      int all = header.functions().size();
      String about =
          "The functions of {@code %s}: %d of %d. Written by {@code dylink bindings}."
              .formatted(Comments.escape(plan.header()), bound, all);
      String text =
          writer.source(
              plan.packageName(),
              plan.name(),
              plan.library(),
              Comments.of(new Comments.Text("", about, List.of()), ""));
      return new InterfaceSource(text, all, bound, leftOut);
    }

    private void planRecords() {
      for (CRecord struct : header.records().values()) {
        if (struct.own() && !struct.name().isEmpty()) {
          try {
            records.of(struct, "");
          } catch (LeftOutException e) {
            leftOut.add(struct.text() + ": " + e.getMessage());
          }
        }
      }
    }

    private List<MethodPlan> methods() {
      List<MethodPlan> methods = new ArrayList<>();
      for (CFunction function : header.functions()) {
        try {
          if (!plan.exported().test(function.symbol()) && !function.inline()) {
            throw new LeftOutException(plan.library() + " does not export it");
          }
          methods.addAll(planner.plan(function));
          bound++;
        } catch (LeftOutException e) {
          leftOut.add(function.name() + ": " + e.getMessage());
        }
      }
      return methods;
    }

    private List<ConstantPlan> constants(MacroConstants macros) {
      List<ConstantPlan> constants = new ArrayList<>();
      Set<String> enumerators = new HashSet<>();
      for (CConstant each : header.constants()) {
        enumerators.add(each.name());
        constants.add(enumerator(each));
      }
      macros
          .values()
          .forEach(
              (name, value) -> {
                // #define ONE ONE, so that #ifdef finds it
                if (!enumerators.contains(name)) {
                  macro(name, value).ifPresent(constants::add);
                }
              });
      macros.leftOut().forEach((name, reason) -> leftOut.add(name + ": " + reason));
      return constants;
    }

    private Optional<ConstantPlan> macro(String name, Value value) {
      Optional<ConstantPlan> constant = ConstantPlan.of(names.constant(name), value);
      if (constant.isEmpty()) {
        leftOut.add(name + ": a string that is too long for a class");
      }
      return constant;
    }

    private ConstantPlan enumerator(CConstant each) {
      String type = each.wide() ? "long" : "int";
      String value = each.value() + (each.wide() ? "L" : "");
      return new ConstantPlan(type, names.constant(each.name()), value);
    }
  }
}
