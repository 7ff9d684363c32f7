package org.dylink.app.command;

import org.dylink.format.WasmModule;
import org.osgi.service.component.annotations.Component;

/** {@code dylink symbols}: what a module defines and what it uses, as nm prints it. */
@Component(service = Command.class, property = Command.NAME + "=symbols")
public final class SymbolsCommand extends ModuleCommand {
  @Override
  String describe(WasmModule module) {
    return SymbolTable.of(module);
  }
}
