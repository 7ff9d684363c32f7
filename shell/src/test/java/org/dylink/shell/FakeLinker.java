package org.dylink.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.EngineOutlook;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.link.resolve.BindingPreview;

/** A linker with two versions of libfoo.so, a libbar.so that lacks something, and a program. */
final class FakeLinker implements Linker {
  private final List<Library> libraries =
      List.of(
          FakeLibrary.of("libbar.so", "1.0.0", List.of("libfoo.so", "libgone.so"), "bar"),
          FakeLibrary.of("libfoo.so", "2.0.0", List.of(), "foo", "foo_size", "size"),
          FakeLibrary.of("libfoo.so", "1.2.3", List.of(), "foo"),
          FakeLibrary.of("main.wasm", "1.0.0", List.of("libbar.so"), "_start"));
  private final List<FakeProgram> linked = new CopyOnWriteArrayList<>();

  /** What the programs do that are linked from now on. */
  ToIntFunction<FakeProgram> code = program -> 0;

  /** What engines say. */
  List<EngineOutlook> outlooks = List.of();

  /** What {@link #link} throws; null for nothing. */
  LinkException problem;

  @Override
  public Program link(LinkRequest request) throws LinkException {
    if (problem != null) {
      throw problem;
    }
    return add(request);
  }

  @Override
  public Program link(Snapshot snapshot, LinkRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Links main.wasm, as some other bundle might. */
  FakeProgram link() {
    return add(LinkRequest.builder(library("main.wasm").orElseThrow()).build());
  }

  private synchronized FakeProgram add(LinkRequest request) {
    FakeProgram program = new FakeProgram(linked.size() + 1L, request, code);
    linked.add(program);
    return program;
  }

  /** Everything that was ever linked. */
  List<FakeProgram> linked() {
    return linked;
  }

  @Override
  public List<Program> programs() {
    List<Program> open = new ArrayList<>(linked);
    open.removeIf(program -> program.state() == Program.State.CLOSED);
    return open;
  }

  @Override
  public List<Library> libraries() {
    return libraries;
  }

  @Override
  public Optional<Library> library(String name) {
    return libraries.stream().filter(library -> library.name().equals(name)).findFirst();
  }

  @Override
  public List<EngineOutlook> engines(List<Library> modules) {
    return outlooks;
  }

  @Override
  public List<SymbolBinding> bindings(List<Library> scope, List<List<Library>> others) {
    return BindingPreview.of(scope, others);
  }

  @Override
  public DependencyTree dependencies(Library library) {
    List<DependencyTree> needed = library.needed().stream().map(this::found).toList();
    return new DependencyTree(library.name(), Optional.of(library), library.origin(), needed);
  }

  private DependencyTree found(String name) {
    return library(name)
        .map(this::dependencies)
        .orElseGet(() -> new DependencyTree(name, Optional.empty(), "not found", List.of()));
  }
}
