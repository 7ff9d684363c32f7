// Functions that call what a table slot holds, in a module of their own: for an import whose definition is not instantiated
// yet, as the module's own or one of a cycle. JavaScript would stand between two WebAssembly functions otherwise.

function u32(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value);
  return bytes;
}

function s32(value) {
  const bytes = [];
  for (; ; value >>= 7) {
    const last = value < 64; // slots are never negative
    bytes.push((value & 0x7f) | (last ? 0 : 0x80));
    if (last) return bytes;
  }
}

const vector = (items) => [...u32(items.length), ...items.flat()];
const section = (id, bytes) => [id, ...u32(bytes.length), ...bytes];
const string = (text) => vector([...new TextEncoder().encode(text)]);

function parameterCount(type) {
  return type[1]; // after 0x60; nobody here has 128 parameters
}

function body(type, typeIndex, slot) {
  const parameters = Array.from({ length: parameterCount(type) }, (_, i) => [0x20, ...u32(i)]).flat();
  const code = [0, ...parameters, 0x41, ...s32(slot), 0x11, ...u32(typeIndex), 0, 0x0b];
  return [...u32(code.length), ...code];
}

/** wanted: a list of {type, slot}; gives a function for each, in that order. */
export function makeStubs(wanted, table) {
  const names = [...new Set(wanted.map((w) => w.type.join()))];
  const typeOf = (w) => names.indexOf(w.type.join());
  const bytes = [
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, vector(names.map((n) => n.split(',').map(Number)))),
    ...section(2, vector([[...string('t'), ...string('t'), 1, 0x70, 0, 0]])),
    ...section(3, vector(wanted.map((w) => u32(typeOf(w))))),
    ...section(7, vector(wanted.map((_, i) => [...string(`${i}`), 0, ...u32(i)]))),
    ...section(10, vector(wanted.map((w) => body(w.type, typeOf(w), w.slot)))),
  ];
  const module = new WebAssembly.Module(new Uint8Array(bytes));
  const { exports } = new WebAssembly.Instance(module, { t: { t: table } });
  return wanted.map((_, i) => exports[i]);
}
