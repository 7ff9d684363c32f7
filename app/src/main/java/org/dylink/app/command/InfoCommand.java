package org.dylink.app.command;

import org.dylink.app.search.LibraryFile;
import org.osgi.service.component.annotations.Component;

/** {@code dylink info}: what is known of a module before it is linked. */
@Component(service = Command.class, property = Command.NAME + "=info")
public final class InfoCommand extends ModuleCommand {
  @Override
  String describe(LibraryFile file, MachineCodeFiles machineCode) {
    return FileFacts.of(file.module(), machineCode.compiled(file));
  }
}
