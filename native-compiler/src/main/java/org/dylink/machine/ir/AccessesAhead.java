package org.dylink.machine.ir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * The accesses behind a load that have the same address, as far as nothing comes between that
 * others could see, or that could trap for another reason: one check can do for all of them.
 */
final class AccessesAhead {
  /** How far an access reaches behind its address, and its width, in bytes. */
  record Reach(long extent, int width) {}

  // So many instructions are looked at for each access.
  private static final int MOST = 40;

  private static final Set<Opcode> PLAIN = EnumSet.allOf(Opcode.class);

  static {
    PLAIN.removeIf(each -> !each.name().matches("[IF]\\d+_(LOAD|STORE).*"));
  }

  private final Body body;
  private final int memory;
  private final String address;
  private final Known known;
  private final Map<Integer, String> locals = new HashMap<>();
  private final List<String> stack = new ArrayList<>();
  private final List<Reach> reaches = new ArrayList<>();

  private AccessesAhead(Body body, int memory, String address, Known known) {
    this.body = body;
    this.memory = memory;
    this.address = address;
    this.known = known;
  }

  /**
   * The accesses from a load on, of which each reaches farther than those before it.
   *
   * @param below the operands that lie on the stack without the load's
   */
  static List<Reach> of(Body body, int load, Value address, Known known, Values below) {
    AccessesAhead ahead = new AccessesAhead(body, body.second(load), address.name(), known);
    below.top(below.size()).forEach(each -> ahead.stack.add(each.name()));
    ahead.stack.add(address.name());
    int last = Math.min(body.size(), load + MOST);
    for (int at = load; at < last && ahead.goesOnBehind(at); at++) {
      // Until something else comes.
    }
    return ahead.reaches;
  }

  /** Whether accesses behind one may be looked at with it: a store is seen, so it ends them. */
  static boolean isLoad(Opcode opcode) {
    return PLAIN.contains(opcode) && !opcode.type().results().isEmpty();
  }

  private boolean goesOnBehind(int at) {
    Opcode opcode = body.opcode(at);
    if (Templates.of(opcode) != null && opcode != Opcode.REF_IS_NULL) {
      return replace(opcode.type().params().size());
    } else if (PLAIN.contains(opcode)) {
      return access(at);
    }
    switch (opcode) {
      case NOP -> {}
      case DROP -> pop();
      case SELECT -> replace(3);
      case I32_CONST, I64_CONST, F32_CONST, F64_CONST, GLOBAL_GET -> push(null);
      case LOCAL_GET -> push(local(body.index(at)));
      case LOCAL_SET -> locals.put(body.index(at), pop());
      case LOCAL_TEE -> locals.put(body.index(at), stack.get(stack.size() - 1));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean access(int at) {
    Opcode opcode = body.opcode(at);
    boolean isStore = opcode.type().results().isEmpty();
    if (isStore) {
      pop();
    }
    long extent = body.constant(at) + opcode.width();
    if (!address.equals(pop()) || body.second(at) != memory || extent < 0) {
      return false;
    }
    if (reaches.isEmpty() || extent > reaches.get(reaches.size() - 1).extent()) {
      reaches.add(new Reach(extent, opcode.width()));
    }
    push(null);
    return !isStore;
  }

  private String local(int local) {
    Value held = known.local(local);
    return locals.containsKey(local) ? locals.get(local) : held == null ? null : held.name();
  }

  private boolean replace(int operands) {
    for (int i = 0; i < operands; i++) {
      pop();
    }
    push(null);
    return true;
  }

  private void push(String name) {
    stack.add(name);
  }

  private String pop() {
    return stack.remove(stack.size() - 1);
  }
}
