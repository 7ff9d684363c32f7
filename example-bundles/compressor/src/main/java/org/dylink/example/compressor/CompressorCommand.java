package org.dylink.example.compressor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * In Gogo's shell: {@code compressor:compress FILE}. Without Gogo it is a service that nobody uses.
 */
@Component(
    service = CompressorCommand.class,
    property = {"osgi.command.scope=compressor", "osgi.command.function=compress"})
public final class CompressorCommand {
  private final Compressor compressor;

  /** Made by Declarative Services. */
  @Activate
  public CompressorCommand(@Reference Compressor compressor) {
    this.compressor = compressor;
  }

  /**
   * Compresses a file into another, with {@code .z} behind its name.
   *
   * @return what became of it
   */
  public String compress(String file) throws IOException {
    byte[] source = Files.readAllBytes(Path.of(file));
    byte[] compressed = compressor.compress(source);
    Files.write(Path.of(file + ".z"), compressed);
    return file + ".z: " + source.length + " bytes, compressed " + compressed.length;
  }
}
