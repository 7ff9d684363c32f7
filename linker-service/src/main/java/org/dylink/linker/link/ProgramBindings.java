package org.dylink.linker.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.linker.AbiNames;
import org.dylink.linker.BindingPreview;
import org.dylink.linker.Definer;
import org.dylink.linker.LinkTrace;
import org.dylink.linker.Symbol;
import org.dylink.linker.SymbolBinding;

/** Tells what the symbols that a program's libraries use are bound to; runs no guest code. */
final class ProgramBindings {
  private final ProgramImage image;

  ProgramBindings(ProgramImage image) {
    this.image = image;
  }

  /** Those of all libraries, then those of plain modules. */
  List<SymbolBinding> list() {
    Stream<LoadedModule> plain = StreamSupport.stream(image.plain().inOrder().spliterator(), false);
    return SymbolBinding.merged(Stream.concat(image.modules().stream(), plain).flatMap(this::of));
  }

  /** Tells of each binding of a library, as {@code LD_DEBUG=bindings} does. */
  void tell(LoadedModule module, LinkTrace trace) {
    if (trace != LinkTrace.NONE) {
      SymbolBinding.merged(of(module)).forEach(each -> trace.step(module.name(), text(each)));
    }
  }

  private static String text(SymbolBinding binding) {
    String symbol = binding.kind().name().toLowerCase(Locale.ROOT) + " " + binding.symbol();
    return binding.definer().equals(Definer.NOBODY)
        ? "not bound: " + symbol
        : "binding to " + binding.definer() + ": " + symbol;
  }

  // What a host library's module imports is the library itself.
  private Stream<SymbolBinding> of(LoadedModule user) {
    return user.library().host().isPresent() ? Stream.empty() : importedBy(user);
  }

  private Stream<SymbolBinding> importedBy(LoadedModule user) {
    return user.module().imports().stream()
        .flatMap(entry -> Symbol.kindOf(entry).map(kind -> of(user, entry, kind)).stream());
  }

  private SymbolBinding of(LoadedModule user, Import entry, Symbol.Kind kind) {
    Optional<Definition> definition = definition(user, entry, kind);
    Optional<ExternType> type =
        kind == Symbol.Kind.FUNCTION
            ? definition.map(found -> found.export().type())
            : Optional.empty();
    return new SymbolBinding(
        entry.name(),
        kind,
        type.or(() -> BindingPreview.typeOf(entry)),
        definition
            .map(Definition::flags)
            .orElseGet(() -> BindingPreview.flagsOf(entry, user.library())),
        definition
            .map(found -> Definer.library(found.module().library()))
            .orElseGet(() -> otherDefiner(user, entry, kind)),
        address(user, entry, kind),
        List.of(user.library()));
  }

  private OptionalInt address(LoadedModule user, Import entry, Symbol.Kind kind) {
    Optional<Definition> bound = user.bound().definition(entry.name(), kind);
    Object target = bound.isPresent() ? bound.get() : user;
    return isSymbol(entry)
        ? image.binder().address(entry.name(), kind, target)
        : OptionalInt.empty();
  }

  private static Optional<Definition> definition(
      LoadedModule user, Import entry, Symbol.Kind kind) {
    boolean isLinkers = kind == Symbol.Kind.DATA && AbiNames.isLinkerAddress(entry.name());
    if (!isSymbol(entry) || isLinkers) {
      return Optional.empty();
    }
    Optional<Definition> bound = user.bound().definition(entry.name(), kind);
    boolean isUndefined = bound.isEmpty() && !user.bound().isHost(entry.name());
    return isUndefined && entry.type() instanceof FunctionType type
        ? SymbolBinder.definedLater(entry.name(), type, user)
        : bound;
  }

  private Definer otherDefiner(LoadedModule user, Import entry, Symbol.Kind kind) {
    if (!isSymbol(entry)) {
      return moduleDefiner(entry.module());
    } else if (kind == Symbol.Kind.FUNCTION) {
      boolean isHost = user.bound().isHost(entry.name());
      return isHost ? Definer.host(AbiNames.ENV) : Definer.NOBODY;
    }
    boolean isLinkers =
        kind == Symbol.Kind.TAG
            ? AbiNames.isLinkerTag(entry.name())
            : AbiNames.isLinkerAddress(entry.name());
    return isLinkers ? Definer.LINKER : Definer.NOBODY;
  }

  private Definer moduleDefiner(String module) {
    if (image.plain().has(module)) {
      return Definer.module(module);
    }
    return module.equals(AbiNames.DYLINK) ? Definer.LINKER : Definer.host(module);
  }

  /** Whether symbol search decides, and not the import module's name. */
  private static boolean isSymbol(Import entry) {
    return switch (entry.module()) {
      case AbiNames.ENV, AbiNames.GOT_MEM, AbiNames.GOT_FUNC -> true;
      default -> false;
    };
  }
}
