// Writes atomics.txt: what V8 makes of each atomic access. Usage: node atomics.mjs > atomics.txt
// A line: name, code, address, offset, operands, "->", result (- for none), the 16 bytes from address 8 afterwards.
const names = [];
const forms = [["i32", ""], ["i64", ""], ["i32", "8"], ["i32", "16"], ["i64", "8"], ["i64", "16"], ["i64", "32"]];
for (const [type, size] of forms) names.push([`${type}.atomic.load${size}${size && "_u"}`, type, size, 0, true]);
for (const [type, size] of forms) names.push([`${type}.atomic.store${size}`, type, size, 1, false]);
for (const op of ["add", "sub", "and", "or", "xor", "xchg", "cmpxchg"])
  for (const [type, size] of forms)
    names.push([`${type}.atomic.rmw${size}.${op}${size && "_u"}`, type, size, op === "cmpxchg" ? 2 : 1, true]);

const leb = (n) => { const out = []; do { out.push((n % 128) | (n >= 128 ? 128 : 0)); n = Math.floor(n / 128); } while (n); return out; };
const vector = (items) => [...leb(items.length), ...items.flat()];
const section = (id, bytes) => [id, ...leb(bytes.length), ...bytes];
const text = (s) => vector([...Buffer.from(s)]);

function instance(code, type, operands, hasResult, alignment, offset, shared) {
  const t = type === "i32" ? 0x7f : 0x7e;
  const body = [0, ...[...Array(operands + 1).keys()].flatMap((i) => [0x20, i]), 0xfe, code, alignment, ...leb(offset), 0x0b];
  const bytes = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, vector([[0x60, ...vector([0x7f, ...Array(operands).fill(t)]), ...vector(hasResult ? [t] : [])]])),
    ...section(3, [1, 0]), ...section(5, [1, shared ? 3 : 1, 1, 1]),
    ...section(7, vector([[...text("f"), 0, 0], [...text("m"), 2, 0]])), ...section(10, vector([vector(body)]))];
  return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
}

const initial = Uint8Array.from({ length: 16 }, (_, i) => (0x71 + i * 0x2d) & 0xff);
const value = (type, low) => (type === "i32" ? Number(BigInt.asIntN(32, low)) : low);
names.forEach(([name, type, size, operands, hasResult], index) => {
  const width = Number(size || type.slice(1)) / 8;
  for (const at of new Set([8, 8 + width, 24 - width])) {
    const was = [...initial.slice(at - 8, at - 8 + width)].reduceRight((sum, b) => (sum << 8n) | BigInt(b), 0n);
    const sets = operands === 0 ? [[]] : operands === 1 ? [[0x1122_3344_5566_7788n], [-2n]]
      : [[was, 0x1234_5678_9abc_def0n], [was ^ 1n, -1n], [was | (-1n << BigInt(width * 8)), -2n]];
    for (const set of sets) for (const offset of [0, width]) {
      const run = (shared) => {
        const exports = instance(0x10 + index, type, operands, hasResult, Math.log2(width), offset, shared);
        new Uint8Array(exports.m.buffer).set(initial, 8);
        const args = set.map((each) => value(type, BigInt.asIntN(64, each)));
        const result = exports.f(at - offset, ...args);
        const memory = Buffer.from(new Uint8Array(exports.m.buffer).slice(8, 24)).toString("hex");
        return [name, 0x10 + index, at - offset, offset, ...args, "->", hasResult ? result : "-", memory].join(" ");
      };
      if (run(true) !== run(false)) throw new Error(name);
      console.log(run(true));
    }
  }
});
