package org.dylink.linker.link.image;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.Function;
import org.dylink.engine.GuestEnd;
import org.dylink.engine.GuestThrow;
import org.dylink.engine.Tag;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.CheckedHostException;
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
  private static final MethodHandle TO_GUEST = find();
  // Made once a type: a program has some thirty functions of the host's, and one handle for each.
  private static final Map<MethodType, MethodHandle> PASSING = new ConcurrentHashMap<>();

  private final ProgramImage image;
  private ForeignHeaders headers; // null until C++ sees one

  JavaExceptions(ProgramImage image) {
    this.image = image;
  }

  @Override
  public Function newFunction(String name, FunctionType type, MethodHandle handle) {
    MethodHandle shared = PASSING.computeIfAbsent(handle.type(), JavaExceptions::passing);
    return image
        .engine()
        .newFunction(name, type, MethodHandles.insertArguments(shared, 0, this, handle));
  }

  // Takes a program's exceptions, its function, and then what the function takes.
  private static MethodHandle passing(MethodType type) {
    MethodHandle call =
        MethodHandles.dropArguments(MethodHandles.exactInvoker(type), 0, JavaExceptions.class);
    MethodHandle failing =
        MethodHandles.collectArguments(
            MethodHandles.throwException(type.returnType(), Throwable.class), 0, TO_GUEST);
    return MethodHandles.catchException(call, Throwable.class, failing);
  }

  /** What Java gets to see of what comes out of a guest. */
  Throwable toJava(Throwable thrown) {
    Throwable own = headers == null ? thrown : headers.take(header(thrown), thrown);
    // The linker takes a LinkException for its own, unless it is carried to the outermost entry.
    boolean isCarried =
        own instanceof CheckedHostException && !(own.getCause() instanceof LinkException);
    return isCarried ? own.getCause() : own;
  }

  @SuppressWarnings("unused") // called through a handle
  private static Throwable toGuest(Throwable thrown, JavaExceptions program) {
    return program.toGuest(thrown);
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

  private static MethodHandle find() {
    try {
      MethodType type =
          MethodType.methodType(Throwable.class, Throwable.class, JavaExceptions.class);
      return MethodHandles.lookup().findStatic(JavaExceptions.class, "toGuest", type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: JavaExceptions.toGuest is gone", e);
    }
  }
}
