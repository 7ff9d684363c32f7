package org.dylink.binding.marshal;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.dylink.binding.Binding;
import org.dylink.binding.Block;
import org.dylink.binding.Callback;
import org.dylink.binding.Pointer;
import org.dylink.linker.Entrance;
import org.dylink.linker.FunctionPointer;
import org.dylink.linker.Program;

/** A library in its program, as a bound interface uses it. Threads may share it. */
final class BoundLibrary implements Binding {
  private final String name;
  private final Program program;
  private final Entrance entrance;
  private final Heap heap;
  private final Scratch scratch;
  private final Structs structs = new Structs(this);

  BoundLibrary(Program program) {
    this.name = program.name();
    this.program = program;
    this.entrance = program.entrance();
    this.heap = new Heap(program.name(), entrance);
    this.scratch = new Scratch(entrance, heap, program.linkMap().stack().address());
  }

  /** A library that no program has loaded: what it could be bound to is looked at, no more. */
  BoundLibrary(String name) {
    this.name = name;
    this.program = null;
    this.entrance = null;
    this.heap = null;
    this.scratch = null;
  }

  Entrance entrance() {
    return entrance;
  }

  Scratch scratch() {
    return scratch;
  }

  Structs structs() {
    return structs;
  }

  @Override
  public String library() {
    return name;
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public Block allocate(int bytes) {
    return inside(
        () -> {
          int address = heap.allocate(bytes);
          entrance.memory().fill(address, (byte) 0, bytes);
          return new HeapBlock(this, heap, new GuestPointer(this, address, bytes));
        });
  }

  @Override
  public Optional<Pointer> symbol(String name) {
    OptionalInt address = inside(() -> entrance.address(name));
    return address.isPresent() ? Optional.of(pointer(address.getAsInt())) : Optional.empty();
  }

  @Override
  public Pointer pointer(int address) {
    if (address == 0) {
      throw new IllegalArgumentException(library() + ": no pointer has address 0");
    }
    return new GuestPointer(this, address, Long.MAX_VALUE);
  }

  Pointer pointerOrNull(int address) {
    return address == 0 ? null : pointer(address);
  }

  /** The address of a pointer that Java gives to C. */
  int addressOf(Pointer pointer) {
    if (pointer == null) {
      return 0;
    } else if (!(pointer instanceof GuestPointer guest) || !guest.isOf(this)) {
      throw new IllegalArgumentException(
          library() + ": " + pointer + " points into the memory of another program");
    }
    return pointer.address();
  }

  String stringOrNull(int address) {
    return address == 0 ? null : pointer(address).readString(0);
  }

  Record structOrNull(Class<? extends Record> type, int address) {
    return address == 0 ? null : structs.of(type).read(entrance.memory(), address);
  }

  @Override
  public <T> Callback<T> callback(Class<T> type, T target) {
    CallbackType shape = CallbackType.of(type);
    FunctionPointer pointer = inside(() -> shape.pointTo(this, target));
    return new HeldCallback<>(this, target, pointer);
  }

  @Override
  public void close() {
    program.close();
  }

  /** Does something in the program's turn. */
  <T> T inside(Supplier<T> work) {
    entrance.enter();
    try {
      return work.get();
    } finally {
      entrance.leave();
    }
  }

  @Override
  public String toString() {
    return library();
  }
}
