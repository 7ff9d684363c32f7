// What V8 does with a case of org.dylink.fuzz: a line of JSON a case on standard input, a line of outcomes on standard output.
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--experimental-wasm-memory64');

const SHARED = { shared_i32: 'i32', shared_i64: 'i64', shared_f32: 'f32', shared_f64: 'f64' };
const bits = new DataView(new ArrayBuffer(8));

function describe(type, value) {
  if (type === 'i64') return `i64 ${value}`;
  if (type === 'f32' || type === 'f64') {
    if (Number.isNaN(value)) return `${type} nan`;
    if (type === 'f32') bits.setFloat32(0, value);
    else bits.setFloat64(0, value);
    return `${type} ${(type === 'f32' ? bits.getUint32(0) : bits.getBigUint64(0)).toString(16)}`;
  }
  return String(value);
}

function parse(text) {
  const [type, value] = text.split(/:(.*)/s);
  if (type === 'i32') return Number(value);
  if (type === 'i64') return BigInt(value);
  if (type === 'f32') { bits.setUint32(0, Number(value)); return bits.getFloat32(0); }
  if (type === 'f64') { bits.setBigUint64(0, BigInt(value)); return bits.getFloat64(0); }
  return type === 'text' ? value : null;
}

const TRAPS = [
  ['unreachable', 'unreachable'],
  ['memory access out of bounds', 'out of bounds memory'],
  ['divide by zero', 'integer divide by zero'],
  ['remainder by zero', 'integer divide by zero'],
  ['divide result unrepresentable', 'integer overflow'],
  ['float unrepresentable', 'integer overflow'],
  ['null function or function signature', 'indirect call type mismatch'],
  ['element segment', 'out of bounds table'],
  ['table', 'out of bounds table'],
];

function trap(thrown) {
  if (thrown instanceof RangeError) return 'trap: stack overflow';
  if (thrown instanceof WebAssembly.Exception) return 'trap: uncaught exception';
  if (!(thrown instanceof WebAssembly.RuntimeError)) return `broken: ${thrown}`;
  const found = TRAPS.find(([message]) => thrown.message.includes(message));
  return found ? `trap: ${found[1]}` : `broken: ${thrown.message}`;
}

function run(kase) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 3, ...(kase.wide ? { index: 'u64' } : {}) });
  const table = new WebAssembly.Table({ element: 'anyfunc', initial: 24, maximum: 28 });
  const fuel = new WebAssembly.Global({ value: 'i32', mutable: true }, 0);
  const tag = (...parameters) => new WebAssembly.Tag({ parameters });
  const globals = Object.fromEntries(
    Object.entries(SHARED).map(([name, type]) => [name, new WebAssembly.Global({ value: type, mutable: true }, type === 'i64' ? 1n : 1)]));
  const constant = new WebAssembly.Global({ value: 'i32' }, 1);
  let traced = 0n;
  const env = {
    memory, table, fuel, constant, ...globals,
    trace: (value) => { traced = BigInt.asIntN(64, 31n * traced + value); },
    nothing: tag(), number: tag('i32'), pair: tag('i64', 'f32'),
  };
  const name = (value) => (typeof value === 'function' ? kase.names[Number(value.name)] : value);
  const state = () => {
    const bytes = new Int8Array(memory.buffer);
    let hash = 1;
    for (let i = 0; i < bytes.length; i++) hash = (Math.imul(31, hash) + bytes[i]) | 0;
    const slots = [];
    for (let i = 0; i < table.length; i++) { const entry = table.get(i); slots.push(entry === null ? '-' : name(entry)); }
    const shared = Object.entries(SHARED).map(([id, type]) => `, ${id} ${describe(type, globals[id].value)}`).join('');
    return `pages ${bytes.length / 65536}, memory ${(hash >>> 0).toString(16)}, trace ${traced}${shared}, constant 1, fuel ${fuel.value}, table ${slots.join(' ')}`;
  };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(kase.module, 'base64')), { env });
  return kase.calls.map(({ f, args, results }) => {
    fuel.value = kase.fuel;
    let outcome;
    try {
      const given = exports[f](...args.map(parse));
      const all = results.length > 1 ? [...given] : [given];
      const words = all.map((value, i) => (typeof value === 'function' ? `function ${name(value)}` : describe(results[i], value)));
      outcome = results.length === 0 ? 'null' : results.length === 1 ? words[0] : `[${words.join(', ')}]`;
    } catch (thrown) {
      outcome = trap(thrown);
    }
    return `${outcome}: ${state()}`;
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  let outcomes;
  try {
    outcomes = run(JSON.parse(line));
  } catch (thrown) {
    outcomes = [`broken: ${thrown}`];
  }
  console.log(outcomes.join('\t'));
}
