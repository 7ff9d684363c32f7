package org.dylink.linker.link;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dylink.engine.Memory;
import org.dylink.engine.host.Guest;
import org.dylink.linker.LinkRequest;

/** A program as host libraries see it. */
final class ProgramGuest implements Guest {
  private final LinkRequest request;
  private Memory memory;

  ProgramGuest(LinkRequest request) {
    this.request = request;
  }

  void setMemory(Memory programMemory) {
    memory = programMemory;
  }

  @Override
  public Memory memory() {
    if (memory == null) {
      throw new IllegalStateException(request.main().name() + ": has no memory yet");
    }
    return memory;
  }

  @Override
  public List<String> arguments() {
    return request.arguments();
  }

  @Override
  public Map<String, String> environment() {
    return request.environment();
  }

  @Override
  public Map<String, Path> folders() {
    return request.folders();
  }

  @Override
  public InputStream stdin() {
    return request.stdin();
  }

  @Override
  public OutputStream stdout() {
    return request.stdout();
  }

  @Override
  public OutputStream stderr() {
    return request.stderr();
  }
}
