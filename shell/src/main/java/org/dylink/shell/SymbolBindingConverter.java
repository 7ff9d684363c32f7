package org.dylink.shell;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.format.ExternType;
import org.dylink.linker.Library;
import org.dylink.linker.Symbol;
import org.dylink.linker.SymbolBinding;
import org.osgi.service.component.annotations.Component;

/** Prints bindings: the symbol, who defines it, where it is if that is known, and who uses it. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.linker.SymbolBinding")
public final class SymbolBindingConverter extends TableConverter<SymbolBinding> {
  private static final String ADDRESS = "ADDRESS";

  /** Makes the converter; it has no state. */
  public SymbolBindingConverter() {
    super(SymbolBinding.class);
  }

  @Override
  TextTable table(List<SymbolBinding> bindings) {
    boolean placed = bindings.stream().anyMatch(binding -> binding.address().isPresent());
    List<String> headings =
        new ArrayList<>(List.of("NAME", "KIND", "TYPE", "FLAGS", "DEFINED BY", "USED BY"));
    if (placed) {
      headings.add(headings.size() - 1, ADDRESS);
    }
    TextTable table = new TextTable(headings.toArray(String[]::new));
    bindings.forEach(binding -> table.row(cells(binding, placed).toArray()));
    return table;
  }

  private static List<Object> cells(SymbolBinding binding, boolean placed) {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                binding.symbol(),
                SymbolConverter.word(binding.kind()),
                binding.type().map(ExternType::toString).orElse("-"),
                SymbolConverter.flags(binding.flags()),
                binding.definer()));
    if (placed) {
      cells.add(address(binding));
    }
    cells.add(binding.users().stream().map(Library::name).collect(joining(", ")));
    return cells;
  }

  /** Data by its address in memory, a function by its slot in the table. */
  private static String address(SymbolBinding binding) {
    if (binding.address().isEmpty()) {
      return "";
    }
    int address = binding.address().getAsInt();
    return binding.kind() == Symbol.Kind.DATA
        ? String.format("0x%08x", address)
        : "slot " + Integer.toUnsignedString(address);
  }

  @Override
  String name(SymbolBinding binding) {
    return binding.symbol();
  }
}
