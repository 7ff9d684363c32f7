package org.dylink.wasi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.host.Guest;

/** A program that was granted what a test says: at first nothing. */
final class FakeGuest implements Guest {
  final ArrayMemory memory = new ArrayMemory(4);
  final List<String> arguments = new ArrayList<>();
  final Map<String, String> environment = new LinkedHashMap<>();
  final Map<String, Path> folders = new LinkedHashMap<>();
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  InputStream stdin = new ByteArrayInputStream(new byte[0]);
  OutputStream stdout = out;
  OutputStream stderr = out;
  boolean linked = true;

  static FakeGuest with(String... arguments) {
    FakeGuest guest = new FakeGuest();
    guest.arguments.addAll(List.of(arguments));
    return guest;
  }

  static FakeGuest granted(String name, Path folder) {
    FakeGuest guest = new FakeGuest();
    guest.folders.put(name, folder);
    return guest;
  }

  String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Override
  public ArrayMemory memory() {
    if (!linked) {
      throw new IllegalStateException("not linked yet");
    }
    return memory;
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Map<String, Path> folders() {
    return folders;
  }

  @Override
  public InputStream stdin() {
    return stdin;
  }

  @Override
  public OutputStream stdout() {
    return stdout;
  }

  @Override
  public OutputStream stderr() {
    return stderr;
  }
}
