package org.dylink.linker.link.image;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.GuestEnd;
import org.dylink.engine.GuestThrow;
import org.dylink.engine.HostFailure;
import org.dylink.engine.Tag;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.CheckedHostException;
import org.dylink.engine.host.HostFunction;
import org.dylink.format.FunctionType;
import org.dylink.linker.LinkException;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.host.FunctionMaker;
import org.dylink.linker.link.parts.Pointers;

/**
 * Lets C++ see what host functions throw. clang compiles {@code catch (...)} as a handler for the
 * tag of C++, so a Java exception passes guests as one of that tag: what C++ calls a foreign
 * exception. It arrives as the same object at Java further out, also if C++ has caught it and
 * thrown it again.
 */
public final class JavaExceptions implements FunctionMaker {
  private final ProgramImage image;
  private ForeignHeaders headers; // null until C++ sees one

  JavaExceptions(ProgramImage image) {
    this.image = image;
  }

  @Override
  public Function newFunction(String name, HostFunction function) {
    HostFailure own = function.failure();
    return image
        .engine()
        .newFunction(name, function.type(), function.handle(), thrown -> answer(own, thrown));
  }

  /**
   * Makes a function of a method of the linker's.
   *
   * @param handle of the type that {@link Function#methodType} gives
   */
  public Function newFunction(String name, FunctionType type, MethodHandle handle) {
    return newFunction(name, new HostFunction(type, handle));
  }

  private int answer(HostFailure own, Throwable thrown) throws Throwable {
    try {
      return own.answer(thrown);
    } catch (Throwable seen) {
      throw toGuest(seen);
    }
  }

  /** What Java gets to see of what comes out of a guest. */
  Throwable toJava(Throwable thrown) {
    Throwable own = headers == null ? thrown : headers.take(header(thrown), thrown);
    // The linker takes a LinkException for its own, unless it is carried to the outermost entry.
    boolean isCarried =
        own instanceof CheckedHostException && !(own.getCause() instanceof LinkException);
    return isCarried ? own.getCause() : own;
  }

  /** What a guest gets to see of what comes out of Java. */
  private Throwable toGuest(Throwable thrown) {
    if (GuestEnd.is(thrown) || thrown instanceof TrapException || thrown instanceof GuestThrow) {
      return thrown;
    }
    boolean isUnchecked = thrown instanceof RuntimeException || thrown instanceof Error;
    Throwable own = isUnchecked ? thrown : new CheckedHostException(thrown);
    Optional<Tag> tag = image.space() == null ? Optional.empty() : tag();
    return tag.isPresent() ? foreign(tag.get(), own) : own;
  }

  /** Whether C++ may refer to an exception of Java's: it has caught one before. */
  public boolean hasReachedCpp() {
    return headers != null;
  }

  private Throwable foreign(Tag tag, Throwable thrown) {
    if (headers == null) {
      headers = new ForeignHeaders(image.engine(), image.space(), image.main().name());
    }
    long header = headers.give(thrown);
    return header == 0
        ? thrown
        : image.engine().newException(tag, List.of(pointer(header)), thrown);
  }

  private Object pointer(long header) {
    return Pointers.value(image.addresses().valueType(), header);
  }

  /** The address that an exception of C++ carries; 0 for all others, Java's that C++ saw too. */
  public long cppHeader(Throwable thrown) {
    long header = header(thrown);
    return headers != null && headers.isGiven(header) ? 0 : header;
  }

  /** The address that an exception of C++ carries; 0 for all others. */
  private long header(Throwable thrown) {
    boolean isCpp =
        thrown instanceof TrapException
            && thrown.getCause() instanceof GuestThrow own
            && tag().filter(own::isOf).isPresent();
    return isCpp ? Pointers.unsigned(((GuestThrow) thrown.getCause()).values().get(0)) : 0;
  }

  private Optional<Tag> tag() {
    return image.binder().tag(AbiNames.CPP_EXCEPTION, image.places());
  }
}
