package org.dylink.linker.osgi;

import java.util.List;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;

/** Brings the view up to date before anybody looks. */
record RuntimeService(RuntimeView view, LibraryTracker tracker) implements LinkerRuntime {
  @Override
  public List<LibraryDTO> libraries() {
    tracker.look();
    return view.libraries();
  }

  @Override
  public List<ProgramDTO> programs() {
    return view.programs();
  }

  @Override
  public List<String> ignoredImages() {
    return view.ignoredImages();
  }
}
