package org.dylink.machine.run;

import java.lang.foreign.MemorySegment;
import java.util.Deque;
import org.dylink.engine.Function;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.format.FunctionType;

/**
 * A function, and what generated code knows of it: a few words, of which references are addresses.
 */
abstract class NativeFunction implements Function, Addressed {
  static final Numbered<NativeFunction> ALL = new Numbered<>();

  private final String name;
  private final FunctionType type;
  private final MemorySegment words;
  private final int number;

  NativeFunction(String name, FunctionType type, MemorySegment words) {
    this.name = name;
    this.type = type;
    this.words = words;
    this.number = ALL.add(this);
    Raw.putInt(address() + ContextLayout.FUNCTION_TYPE, TypeNumbers.of(type).number());
    Raw.putInt(address() + ContextLayout.FUNCTION_ID, number);
    Raw.putLong(address() + ContextLayout.FUNCTION_TARGET, address());
  }

  /** The function at an address, or null for 0. */
  static NativeFunction at(long address) {
    return address == 0 ? null : ALL.get(Raw.getInt(address + ContextLayout.FUNCTION_ID));
  }

  /** The function itself, where this one only stands for it until it is known. */
  NativeFunction meant() {
    return this;
  }

  final long address() {
    return words.address();
  }

  @Override
  public void addTo(AddressRanges<Addressed> places) {
    places.add(words.address(), words.byteSize(), this);
  }

  @Override
  public void addNext(Deque<Addressed> others) {
    // What Java is called for has no code.
  }

  final int number() {
    return number;
  }

  /** Called by generated code: arguments lie in words, and results take their place. */
  abstract void serve(long buffer) throws Throwable;

  final void setCode(long code, long context) {
    Raw.putLong(address() + ContextLayout.FUNCTION_CODE, code);
    Raw.putLong(address() + ContextLayout.FUNCTION_CONTEXT, context);
  }

  final long code() {
    return Raw.getLong(address() + ContextLayout.FUNCTION_CODE);
  }

  final long context() {
    return Raw.getLong(address() + ContextLayout.FUNCTION_CONTEXT);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final FunctionType type() {
    return type;
  }

  final void checkArguments(Object... arguments) {
    if (arguments.length != type.params().size()) {
      throw new IllegalArgumentException(
          name + ": expected " + type.params().size() + " arguments, found " + arguments.length);
    }
  }

  @Override
  public String toString() {
    return name + " " + type;
  }
}
