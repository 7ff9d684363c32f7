// A dynamic linker for V8: a PIE main and its dylink.0 libraries in one memory and one table. Providers are instantiated
// before those that need them, so that V8 gets the export itself for an import, which is the fastest call it has.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Kind, readModule } from './module.mjs';
import { makeStubs } from './stubs.mjs';

const PAGE = 65536;
const LOWEST_ADDRESS = 1024;
const STACK_SIZE = 1 << 20;

/** A path, or a name to look for in the folders. */
function find(name, folders) {
  if (name.includes('/')) return name;
  const folder = folders.find((f) => existsSync(join(f, name)));
  if (!folder) throw new Error(`library ${name} not found in ${folders.join(', ')}`);
  return join(folder, name);
}

/** The main module and what it needs, breadth first. */
export function load(main, folders) {
  const loaded = [readModule(find(main, folders), basename(main))];
  for (const library of loaded) {
    for (const name of library.dylink.needed) {
      if (!loaded.some((l) => l.name === name)) loaded.push(readModule(find(name, folders), name));
    }
  }
  return loaded;
}

/** Dependencies first; the edge that closes a cycle is ignored. */
function dependencyOrder(loaded) {
  const order = [];
  const seen = new Set();
  const visit = (library) => {
    if (seen.has(library)) return;
    seen.add(library);
    for (const name of library.dylink.needed) visit(loaded.find((l) => l.name === name));
    order.push(library);
  };
  visit(loaded[0]);
  return order;
}

export class Program {
  /** memory: what another thread of the program has made; null for the first. */
  constructor(loaded, hosts, memory = null) {
    this.loaded = loaded;
    this.hosts = hosts;
    this.order = dependencyOrder(loaded);
    this.got = { 'GOT.mem': new Map(), 'GOT.func': new Map() };
    this.tags = new Map(); // one for all that import it by a name: what one library throws another catches
    this.slots = new Map();
    this.pending = []; // slots of stubs, to be filled when all is instantiated
    this.place(memory);
  }

  // Stack, data, heap; slot 0 stays null.
  place(memory) {
    let address = LOWEST_ADDRESS + STACK_SIZE;
    let slot = 1;
    let minimum = 0;
    let maximum;
    let shared = false;
    for (const library of this.loaded) {
      const { memorySize, memoryAlignment, tableSize } = library.dylink;
      const alignment = 2 ** Math.max(memoryAlignment, 4);
      library.memoryBase = Math.ceil(address / alignment) * alignment;
      library.tableBase = slot;
      address = library.memoryBase + memorySize;
      slot += tableSize;
      const limits = library.imports.find((i) => i.kind === Kind.MEMORY)?.limits;
      minimum = Math.max(minimum, limits?.minimum ?? 0);
      maximum = Math.min(maximum ?? PAGE, limits?.maximum ?? PAGE);
      shared ||= limits?.shared ?? false;
    }
    const heapBase = Math.ceil(address / 16) * 16;
    const pages = Math.max(minimum, Math.ceil(heapBase / PAGE) + 1);
    this.memory = memory ?? new WebAssembly.Memory({ initial: pages, maximum, shared });
    this.table = new WebAssembly.Table({ initial: slot, element: 'anyfunc' });
    this.stackPointer = new WebAssembly.Global({ value: 'i32', mutable: true }, LOWEST_ADDRESS + STACK_SIZE);
    this.bounds = { __heap_base: heapBase, __heap_end: pages * PAGE, __stack_low: LOWEST_ADDRESS,
      __stack_high: LOWEST_ADDRESS + STACK_SIZE };
  }

  definer(symbol) {
    return this.loaded.find((l) => l.exports.has(symbol));
  }

  instantiate(library) {
    const wanted = [];
    const imports = {};
    for (const wish of library.imports) {
      const value = this.resolve(library, wish, wanted);
      if (value !== undefined) (imports[wish.module] ??= {})[wish.name] = value;
    }
    makeStubs(wanted, this.table).forEach((stub, i) => ((imports.env ??= {})[wanted[i].name] = stub));
    library.instance = new WebAssembly.Instance(library.module, imports);
    this.noteSlots(library);
  }

  resolve(library, wish, wanted) {
    if (wish.module in this.got) return this.gotEntry(wish);
    if (wish.module !== 'env') return this.hosts[wish.module]?.[wish.name];
    if (wish.kind === Kind.MEMORY) return this.memory;
    if (wish.kind === Kind.TABLE) return this.table;
    if (wish.kind === Kind.TAG) return this.tag(wish);
    if (wish.name === '__stack_pointer') return this.stackPointer;
    if (wish.name === '__memory_base') return new WebAssembly.Global({ value: 'i32' }, library.memoryBase);
    if (wish.name === '__table_base') return new WebAssembly.Global({ value: 'i32' }, library.tableBase);
    return this.function(wish, wanted);
  }

  function(wish, wanted) {
    const definer = this.definer(wish.name);
    if (definer?.instance) return definer.instance.exports[wish.name];
    const slot = this.table.grow(1);
    wanted.push({ name: wish.name, type: wish.type, slot });
    if (definer) this.pending.push({ definer, name: wish.name, slot });
    return undefined; // the stub is made when all that this module wants are known
  }

  tag({ name }) {
    if (!this.tags.has(name)) this.tags.set(name, new WebAssembly.Tag({ parameters: ['i32'] }));
    return this.tags.get(name);
  }

  gotEntry(wish) {
    const entries = this.got[wish.module];
    if (!entries.has(wish.name)) {
      entries.set(wish.name, new WebAssembly.Global({ value: 'i32', mutable: true }, 0));
    }
    return entries.get(wish.name);
  }

  // C compares addresses: a function keeps the slot that its library's own segments gave it.
  noteSlots(library) {
    for (let i = library.tableBase; i < library.tableBase + library.dylink.tableSize; i++) {
      const held = this.table.get(i);
      if (held && !this.slots.has(held)) this.slots.set(held, i);
    }
  }

  slotOf(held) {
    if (!this.slots.has(held)) {
      const slot = this.table.grow(1);
      this.table.set(slot, held);
      this.slots.set(held, slot);
    }
    return this.slots.get(held);
  }

  fillTables() {
    for (const { definer, name, slot } of this.pending) this.table.set(slot, definer.instance.exports[name]);
    for (const [name, entry] of this.got['GOT.func']) {
      const definer = this.definer(name);
      if (definer) entry.value = this.slotOf(definer.instance.exports[name]);
    }
    for (const [name, entry] of this.got['GOT.mem']) {
      const definer = this.definer(name);
      if (name in this.bounds) entry.value = this.bounds[name];
      else if (definer) entry.value = definer.instance.exports[name].value + definer.memoryBase;
    }
  }

  /** first: whether this is the program's first thread, which alone writes data; ready: called with each library before. */
  link(first = true, ready = () => {}) {
    this.order.forEach((library) => this.instantiate(library));
    this.fillTables();
    this.order.forEach(ready);
    if (first) this.order.forEach((library) => library.instance.exports.__wasm_apply_data_relocs?.());
    return this;
  }

  /** Constructors, then main. */
  start() {
    for (const { instance } of this.order) (instance.exports._initialize ?? instance.exports.__wasm_call_ctors)?.();
    this.loaded[0].instance.exports._start();
  }
}

/** Links a program, and runs nothing of it yet; hosts gives functions by import module and name. */
export function link(main, folders, hosts) {
  return new Program(load(main, folders), hosts).link();
}
