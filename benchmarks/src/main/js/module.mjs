// What WebAssembly.Module does not tell of a file: its dylink.0 section, and the types of its functions.
import { readFileSync } from 'node:fs';

class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end });
  }

  more() {
    return this.at < this.end;
  }

  byte() {
    return this.bytes[this.at++];
  }

  u32() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  string() {
    const length = this.u32();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }

  list(element) {
    return Array.from({ length: this.u32() }, () => element(this));
  }

  part() {
    const length = this.u32();
    this.at += length;
    return new Reader(this.bytes, this.at - length, this.at);
  }

  limits() {
    const flags = this.byte();
    return { minimum: this.u32(), maximum: flags & 1 ? this.u32() : undefined, shared: (flags & 2) !== 0 };
  }
}

const FUNCTION = 0, TABLE = 1, MEMORY = 2, GLOBAL = 3, TAG = 4;

function readDylink(section) {
  const dylink = { memorySize: 0, memoryAlignment: 0, tableSize: 0, needed: [] };
  while (section.more()) {
    const kind = section.byte();
    const part = section.part();
    if (kind === 1) {
      dylink.memorySize = part.u32();
      dylink.memoryAlignment = part.u32();
      dylink.tableSize = part.u32();
    } else if (kind === 2) {
      dylink.needed = part.list((r) => r.string());
    }
  }
  return dylink;
}

// A type's own bytes are its name: they are copied into the stubs as they are.
function readType(reader) {
  const start = reader.at;
  if (reader.byte() !== 0x60) throw new Error(`type at ${start} is no function type`);
  reader.list((r) => r.byte());
  reader.list((r) => r.byte());
  return [...reader.bytes.subarray(start, reader.at)];
}

function readImport(reader, types) {
  const found = { module: reader.string(), name: reader.string(), kind: reader.byte() };
  if (found.kind === FUNCTION) found.type = types[reader.u32()];
  else if (found.kind === TABLE) found.limits = (reader.byte(), reader.limits());
  else if (found.kind === MEMORY) found.limits = reader.limits();
  else if (found.kind === GLOBAL) found.mutable = (reader.byte(), reader.byte()) === 1;
  else if (found.kind === TAG) found.type = (reader.byte(), types[reader.u32()]);
  return found;
}

export const Kind = { FUNCTION, TABLE, MEMORY, GLOBAL, TAG };

/** Reads and compiles a file: name, module, dylink, imports, and the names of its exports. */
export function readModule(file, name) {
  const bytes = readFileSync(file);
  const reader = new Reader(bytes, 8);
  let dylink = readDylink(new Reader(bytes, 0, 0));
  let types = [];
  let imports = [];
  while (reader.more()) {
    const id = reader.byte();
    const section = reader.part();
    if (id === 0 && section.string() === 'dylink.0') dylink = readDylink(section);
    else if (id === 1) types = section.list(readType);
    else if (id === 2) imports = section.list((r) => readImport(r, types));
  }
  const module = new WebAssembly.Module(bytes);
  const exports = new Set(WebAssembly.Module.exports(module).map((e) => e.name));
  return { name, module, dylink, imports, exports };
}
