package org.dylink.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.engine.EngineAbsence;
import org.dylink.format.PrintableText;
import org.dylink.linker.EngineOutlook;
import org.dylink.linker.EngineOutlook.Line;
import org.dylink.linker.runtime.ProgramDTO;
import org.osgi.service.component.annotations.Component;

/** Prints which engine runs a library, and what keeps it off better ones. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.shell.EngineReport")
public final class EngineReportConverter extends TableConverter<EngineReport> {
  /** Makes the converter; it has no state. */
  public EngineReportConverter() {
    super(EngineReport.class);
  }

  @Override
  TextTable table(List<EngineReport> reports) {
    TextTable table = new TextTable("LIBRARY", "ENGINE", "COMPILED", "PLACE", "REMARK");
    for (EngineReport report : reports) {
      for (Line line : EngineOutlook.lines(report.outlooks())) {
        table.row(line.library(), line.engine(), line.compiled(), line.place(), line.remark());
      }
    }
    return table;
  }

  @Override
  String details(EngineReport report, Screen screen) {
    List<String> lines = new ArrayList<>();
    lines.add(name(report) + " is available");
    lines.add(EngineOutlook.headline(report.library().name, report.outlooks()));
    for (EngineAbsence absence : report.absences()) {
      lines.add(PrintableText.of(absence.toString()));
    }
    for (ProgramDTO program : report.others()) {
      lines.add(
          "program %d %s runs on engine %s: it was linked for it, or before this was so"
              .formatted(program.id, program.name, program.engine));
    }
    if (!EngineOutlook.lines(report.outlooks()).isEmpty()) {
      lines.add(table(List.of(report)).text(screen));
    }
    return String.join("\n", lines);
  }

  @Override
  String name(EngineReport report) {
    return Names.of(report.library());
  }
}
