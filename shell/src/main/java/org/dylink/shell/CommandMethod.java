package org.dylink.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.dylink.format.Suggestion;

/**
 * The method of a command, which Gogo's annotations describe: those that {@code help} prints say
 * also how its words are read. Options may stand anywhere before {@code --}.
 */
final class CommandMethod {
  private final Method method;

  private CommandMethod(Method method) {
    this.method = method;
  }

  /** The only method of a command's class that has a description. */
  static CommandMethod of(Class<?> command) {
    return Arrays.stream(command.getDeclaredMethods())
        .filter(each -> each.isAnnotationPresent(Descriptor.class))
        .findFirst()
        .map(CommandMethod::new)
        .orElseThrow(() -> new IllegalStateException("BUG: no @Descriptor: " + command));
  }

  /**
   * What it does, and a line for each of its words.
   *
   * @param operands what the words are called that are no options
   */
  String help(String operands) {
    TextTable words = new TextTable();
    for (java.lang.reflect.Parameter parameter : method.getParameters()) {
      Descriptor meaning = parameter.getAnnotation(Descriptor.class);
      if (meaning != null) {
        words.row("  " + form(parameter, operands), meaning.value());
      }
    }
    words.row("  " + String.join(", ", WasmCommand.HELP), "prints this");
    return method.getAnnotation(Descriptor.class).value() + "\n" + words.text(Screen.current());
  }

  private static String form(java.lang.reflect.Parameter parameter, String operands) {
    Parameter option = parameter.getAnnotation(Parameter.class);
    return option == null ? operands : String.join(", ", option.names());
  }

  /**
   * Calls it.
   *
   * @throws CommandException if a word is an option that it does not have, or one without a value
   */
  Object call(WasmCommand command, CommandSession session, List<String> words) {
    List<String> operands = new ArrayList<>();
    Object[] values = absent(session);
    Iterator<String> left = words.iterator();
    boolean options = true;
    while (left.hasNext()) {
      String word = left.next();
      if (options && word.equals(WasmCommand.END_OF_OPTIONS)) {
        options = false;
      } else if (options && word.startsWith("-") && word.length() > 1) {
        set(command, values, word, left);
      } else {
        operands.add(word);
      }
    }
    return invoke(command, withOperands(command, values, operands));
  }

  private Object[] absent(CommandSession session) {
    return Arrays.stream(method.getParameters()).map(each -> absent(each, session)).toArray();
  }

  private static Object absent(java.lang.reflect.Parameter parameter, CommandSession session) {
    Parameter option = parameter.getAnnotation(Parameter.class);
    if (option == null) {
      return parameter.getType() == CommandSession.class ? session : null;
    }
    return isSwitch(option) ? (Object) false : option.absentValue();
  }

  private static boolean isSwitch(Parameter option) {
    return !option.presentValue().equals(Parameter.UNSPECIFIED);
  }

  private void set(WasmCommand command, Object[] values, String word, Iterator<String> left) {
    int mark = word.startsWith("--") ? word.indexOf('=') : -1;
    String name = mark < 0 ? word : word.substring(0, mark);
    int index = index(name);
    if (index < 0) {
      throw command.usage("no option " + name + Suggestion.of(name, names()));
    }
    if (isSwitch(method.getParameters()[index].getAnnotation(Parameter.class))) {
      if (mark >= 0) {
        throw command.usage(name + " takes no value");
      }
      values[index] = true;
    } else if (mark < 0 && !left.hasNext()) {
      throw command.usage(name + ": expected a value behind it");
    } else {
      values[index] = mark < 0 ? left.next() : word.substring(mark + 1);
    }
  }

  private Stream<String> names() {
    return Arrays.stream(method.getParameters())
        .flatMap(each -> Stream.ofNullable(each.getAnnotation(Parameter.class)))
        .flatMap(option -> Stream.of(option.names()));
  }

  private int index(String name) {
    java.lang.reflect.Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      Parameter option = parameters[i].getAnnotation(Parameter.class);
      if (option != null && List.of(option.names()).contains(name)) {
        return i;
      }
    }
    return -1;
  }

  private Object[] withOperands(WasmCommand command, Object[] values, List<String> operands) {
    if (method.isVarArgs()) {
      values[values.length - 1] = operands.toArray(String[]::new);
    } else if (!operands.isEmpty()) {
      throw command.usage();
    }
    return values;
  }

  private Object invoke(WasmCommand command, Object... values) {
    try {
      return method.invoke(command, values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      } else if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("BUG: " + method, e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("BUG: " + method, e);
    }
  }
}
