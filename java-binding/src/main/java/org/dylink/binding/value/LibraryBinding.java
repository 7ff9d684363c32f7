package org.dylink.binding.value;

import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.MemoryBlock;
import org.dylink.binding.Pointer;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.memory.HeapBlock;
import org.dylink.binding.shape.CallbackShape;
import org.dylink.linker.FunctionPointer;
import org.dylink.linker.Program;

/** What is behind a bound object, for who asks. Threads may share it. */
public final class LibraryBinding implements Binding {
  private final BoundLibrary library;

  public LibraryBinding(BoundLibrary library) {
    this.library = library;
  }

  @Override
  public String library() {
    return library.name();
  }

  @Override
  public Program program() {
    return library.program();
  }

  @Override
  public MemoryBlock allocate(int bytes) {
    return HeapBlock.allocate(library, bytes);
  }

  @Override
  public Optional<Pointer> symbol(String name) {
    OptionalInt address = library.inside(() -> library.entrance().address(name));
    return address.isPresent() ? Optional.of(pointer(address.getAsInt())) : Optional.empty();
  }

  @Override
  public Pointer pointer(int address) {
    return library.pointer(address);
  }

  @Override
  public <T> Callback<T> callback(Class<T> type, T target) {
    CallbackShape shape = CallbackShape.of(type);
    FunctionPointer pointer = library.inside(() -> Lambdas.pointTo(shape, library, target));
    return new HeldCallback<>(library, target, pointer);
  }

  @Override
  public <T> Callback<T> callback(int slot) {
    if (slot == 0) {
      throw new IllegalArgumentException(library.name() + ": no function pointer has slot 0");
    }
    return new CallbackOfC<>(library, slot);
  }

  @Override
  public void close() {
    library.program().close();
  }

  @Override
  public String toString() {
    return library.name();
  }
}
