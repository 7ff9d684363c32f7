package org.dylink.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Makes libraries and programs of sources, as far as they are not made already: what has the same
 * command and no newer input, headers of the system's among them, stays as it is. Sources are
 * compiled as many at once as there are processors. One thread at a time may use it.
 */
public final class Compilation {
  private final Driver driver;
  private final Options options;
  private final Path objects;
  private final Consumer<String> log;

  /**
   * A compilation.
   *
   * @param objects the folder for object files and for notes of how all was made
   * @param log told which file is being made, and what clang says; called in several threads
   */
  public Compilation(Driver driver, Options options, Path objects, Consumer<String> log) {
    this.driver = driver;
    this.options = options;
    this.objects = objects;
    this.log = log;
  }

  /**
   * Makes one file.
   *
   * @param output the library or program
   * @param shared whether it is a library
   * @param base the folder that the sources are in
   * @param sources what it is made of, at least one
   * @param libraries what it is linked with: paths of libraries, {@code -LDIR}, {@code -lNAME}
   * @return whether anything was to do
   * @throws ToolchainException if clang or wasm-ld refuses: with all that they say
   * @throws IOException if a file cannot be read or written
   */
  public boolean make(
      Path output, boolean shared, Path base, List<Path> sources, List<String> libraries)
      throws ToolchainException, IOException {
    List<Path> inputs = compile(base, sources);
    List<String> names = new ArrayList<>(inputs.stream().map(Path::toString).toList());
    names.addAll(libraries);
    libraries.stream().filter(name -> !name.startsWith("-")).map(Path::of).forEach(inputs::add);
    boolean cxx =
        sources.stream().anyMatch(s -> Language.of(s).filter(Language.CXX::equals).isPresent());
    List<String> command =
        driver.link(output, shared, names, options, cxx ? Language.CXX : Language.C);
    Stamp stamp = new Stamp(objects.resolve(output.getFileName()), command);
    if (stamp.holds(output, inputs)) {
      return false;
    }
    Files.createDirectories(output.getParent());
    run(output, command, stamp, "not linked");
    return true;
  }

  private List<Path> compile(Path base, List<Path> sources) throws ToolchainException, IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Callable<Path>> tasks = new ArrayList<>();
      for (Path source : sources) {
        tasks.add(() -> compile(source, objects.resolve(base.relativize(source) + ".o")));
      }
      List<Path> made = new ArrayList<>();
      for (Future<Path> task : threads.invokeAll(tasks)) {
        made.add(result(task));
      }
      return made;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolchainException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Path result(Future<Path> task)
      throws ToolchainException, IOException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ToolchainException refused) {
        throw refused;
      } else if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Path compile(Path source, Path object) throws ToolchainException, IOException {
    Path dependencies = object.resolveSibling(object.getFileName() + ".d");
    List<String> command = driver.compile(source, object, dependencies, options);
    Stamp stamp = new Stamp(object, command);
    List<Path> read =
        Files.exists(dependencies)
            ? DependencyFile.read(Files.readString(dependencies))
            : List.of(source);
    if (!stamp.holds(object, read)) {
      log.accept(source.getFileName().toString());
      run(source, command, stamp, "not compiled");
    }
    return object;
  }

  private void run(Path file, List<String> command, Stamp stamp, String failure)
      throws ToolchainException, IOException {
    stamp.begin();
    ToolRun run = driver.clang().run(command);
    if (run.code() != 0) {
      stamp.fail();
      throw new ToolchainException(
          file.getFileName() + ": " + failure + ":\n" + run.output().strip());
    } else if (!run.output().isBlank()) {
      log.accept(run.output().strip());
    }
  }
}
