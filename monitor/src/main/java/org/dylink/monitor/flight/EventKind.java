package org.dylink.monitor.flight;

import java.util.ArrayList;
import java.util.List;
import jdk.jfr.AnnotationElement;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.EventFactory;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.ValueDescriptor;

/**
 * Events of one name. They have no classes here: when a recording starts, JDK 17 puts code into
 * those that needs {@code jdk.jfr.internal.handlers}, which a bundle does not see in a framework
 * that delegates nothing to the JVM, as Karaf's. Classes that a factory makes are the JVM's own.
 */
final class EventKind {
  private final EventFactory factory;

  private EventKind(List<AnnotationElement> annotations, List<ValueDescriptor> fields) {
    factory = EventFactory.create(annotations, fields);
  }

  static Builder named(String name, String description) {
    return new Builder(name, description);
  }

  /** A new event. */
  Event event() {
    return factory.newEvent();
  }

  /**
   * Writes an event to the recordings, if one wants it.
   *
   * @param values those of the fields, in their order
   */
  static void commit(Event event, Object... values) {
    if (event.shouldCommit()) {
      for (int i = 0; i < values.length; i++) {
        event.set(i, values[i]);
      }
      event.commit();
    }
  }

  /** Lets recordings know it, if they do not yet. */
  void register() {
    factory.register();
  }

  /** Lets recordings forget it; what they have of it stays. */
  void unregister() {
    factory.unregister();
  }

  /** The fields of a kind. */
  static final class Builder {
    private final List<AnnotationElement> annotations;
    private final List<ValueDescriptor> fields = new ArrayList<>();

    private Builder(String name, String description) {
      annotations =
          List.of(
              new AnnotationElement(Name.class, "org.dylink." + name),
              new AnnotationElement(Label.class, name),
              new AnnotationElement(Description.class, description),
              new AnnotationElement(Category.class, new String[] {"Dylink"}),
              new AnnotationElement(StackTrace.class, false));
    }

    Builder field(Class<?> type, String name, String label) {
      fields.add(new ValueDescriptor(type, name, List.of(label(label))));
      return this;
    }

    /** A field in nanoseconds. */
    Builder time(String name, String label) {
      AnnotationElement unit = new AnnotationElement(Timespan.class, Timespan.NANOSECONDS);
      fields.add(new ValueDescriptor(long.class, name, List.of(label(label), unit)));
      return this;
    }

    EventKind build() {
      return new EventKind(annotations, fields);
    }

    private static AnnotationElement label(String label) {
      return new AnnotationElement(Label.class, label);
    }
  }
}
