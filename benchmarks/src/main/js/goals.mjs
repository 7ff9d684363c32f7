// What an engine should reach. value: its figure, undefined where something is missing; most: the limit.

const COMPUTE = ['sha256', 'sieve', 'fannkuch', 'nbody', 'matrix', 'deflate', 'inflate'];

// In threads.c, of the size that threads.sh asks for.
const SPAWNS = 200;

const againstV8 = (name, most) => ({ text: `${name}, against V8`, most, value: (m, engine) => m.ratio(engine, 'v8', name) });
const absolute = (text, name, most) => ({ text, most, value: (m, engine) => m.of(engine, name) });
const sum = (m, engine, names) => names.reduce((total, name) => total + m.of(engine, name), 0);

// In vectors.c; built without vectors, each has "scalar-" in front.
const KERNELS = ['chacha20', 'adler32', 'png-up', 'png-paeth', 'idct', 'transform', 'scale-add', 'utf8-count'];
const PICTURES = ['up', 'paeth', ''].flatMap((kind) => ['encode', 'decode'].map((way) => ['png', way, kind].filter(Boolean).join('-')));

// In exceptions.cc, in the current encoding; in the legacy one each has "legacy-" in front, and V8 has that one alone.
const THROWS = ['throw-here', 'throw-call', 'throw-10-frames', 'throw-other', 'throw-through'];

const TWO_THREADS = { text: 'SHA-256 by two threads, against one (1.9 times as fast)', most: 0.526,
  value: (m, e) => m.ratio(e, e, 'sha256-2-threads', 'sha256-1-thread') };

// Machine code; jvm stands beside it and has goals of its own.
const ofNative = (goal) => ({ ...goal, value: (m, e) => (e === 'native' ? goal.value(m, e) : undefined) });
const WHOLE = ['sql-insert', 'sql-index', 'sql-join', 'deflate', 'inflate', 'interpreter'];

export const SUITES = {
  native: {
    goals: [
      ...['sql', 'zlib', 'interpreter'].map((name) => againstV8(`first-${name}`, 1)),
      ...WHOLE.map((name) => againstV8(name, 1)),
      { text: 'SQLite, zlib, the interpreter: geometric mean, against V8', most: 0.85, value: (m, e) => m.mean(e, 'v8', WHOLE) },
      { text: 'sha256, sieve, fannkuch, nbody, matrix: geometric mean, against V8', most: 0.9,
        value: (m, e) => m.mean(e, 'v8', COMPUTE.slice(0, 5)) },
      againstV8('call-local', 0.4),
      againstV8('call-other', 1.2),
      ...[1, 4, 16].map((targets) => againstV8(`call-indirect-${targets}`, 0.5)),
      ...KERNELS.map((name) => ({ text: `${name}, with vectors against without, where that makes V8 1.5 times as fast`, most: 0.667,
        value: (m, e) => (m.ratio('v8', 'v8', name, `scalar-${name}`) <= 0.667 ? m.ratio(e, e, name, `scalar-${name}`) : undefined) })),
      TWO_THREADS,
      { text: 'a call of a bound interface, ns', most: 20, value: (m, e) => m.of(e, 'bound-call') / 1e6 },
      { text: 'a call from C to Java, ns', most: 40, value: (m, e) => m.of(e, 'host-call') / 1e6 },
      { text: 'loading libc.so, ms', most: 5, value: (m, e) => m.of(e, 'load-libc') / 1e6 },
      { text: 'hello in a cold JVM, against jvm', most: 1, value: (m, e) => m.ratio(e, 'jvm', 'hello') },
      ...[['libc', 8], ['libsqlite3', 20]].flatMap(([library, most]) => [
        { text: `seconds of processor time to compile ${library}.so`, most, value: (m, e) => m.of(e, `compile-${library}`) / 1e9 },
        { text: `machine code of ${library}.so, against its wasm`, most: 2.5, value: (m, e) => m.of(e, `size-${library}`) / 1e6 },
      ]),
    ].map(ofNative),
  },
  // Ahead of what else Java programs have.
  alternatives: {
    goals: [...COMPUTE, 'interpreter', 'sql-insert', 'sql-index', 'sql-join', 'lua-calls', 'lua-tables', 'lua-strings', 'lua-floats',
      ...['sha256', 'zlib', 'sql', 'lua'].map((name) => `first-${name}`)].flatMap((name) => ['wasmtime', 'graalwasm'].map((other) => ({
      text: `${name}, against ${other}`, most: 1, value: (m, e) => m.ratio(e, other, name) }))).map(ofNative),
  },
  compute: {
    goals: [
      { text: 'geometric mean, against V8', most: 1.5, value: (m, e) => m.mean(e, 'v8', COMPUTE) },
      { text: "geometric mean, against Endive's compiler", most: 0.5,
        value: (m, e) => (e === 'endive-compiler' ? undefined : m.mean(e, 'endive-compiler', COMPUTE)) },
    ],
  },
  calls: {
    goals: [
      { text: 'call-other, against call-local', most: 1.2, value: (m, e) => m.ratio(e, e, 'call-other', 'call-local') },
      againstV8('call-other', 0.5),
      againstV8('call-indirect-1', 0.5),
      againstV8('call-indirect-4', 1),
      againstV8('call-indirect-16', 2),
      againstV8('stack-pointer', 0.7),
    ],
  },
  tails: {
    goals: [
      { text: 'tail-mutual, against calls', most: 1.2, value: (m, e) => m.ratio(e, e, 'tail-mutual', 'calls') },
      ...['tail-self', 'tail-mutual', 'tail-pointer', 'tail-threaded', 'tail-other'].map((name) => againstV8(name, 2)),
    ],
  },
  exceptions: {
    goals: [
      ...['', 'legacy-'].flatMap((encoding) => [...THROWS, 'quiet-try'].map((name) => ({
        text: `${encoding}${name}, against V8's legacy encoding`, most: 2,
        value: (m, e) => m.ratio(e, 'v8', encoding + name, `legacy-${name}`) }))),
      ...['', 'legacy-'].map((encoding) => ({ text: `${encoding}quiet-try, against calls without a try`, most: 1.2,
        value: (m, e) => m.ratio(e, e, `${encoding}quiet-try`, `${encoding}quiet-call`) })),
    ],
  },
  large: {
    goals: ['inflate', 'interpreter', 'sql-insert', 'sql-index', 'sql-join'].map((name) => againstV8(name, 2)),
  },
  vectors: {
    goals: [...KERNELS, ...PICTURES].flatMap((name) => [
      { text: `${name}, against the build without vectors`, most: 1.5, value: (m, e) => m.ratio(e, e, name, `scalar-${name}`) },
      againstV8(name, 3),
    ]),
  },
  threads: {
    goals: [
      { text: 'a thread made and joined, microseconds', most: 100, value: (m, e) => m.of(e, 'spawn-join') / SPAWNS / 1000 },
      { text: 'the same with 100 libraries, against without', most: 1.3,
        value: (m, e) => m.ratio(e, e, 'hundred-spawn-join', 'spawn-join') },
      { text: 'dlopen beside 16 spinning threads of the program, in processor time, against 16 others', most: 1.2,
        value: (m, e) => m.ratio(e, e, 'open-beside-spinners', 'open-beside-others') },
      ...['loop', 'wait', 'read'].map((work) =>
        absolute(`threads in a ${work} gone after a stop, ns, the worst of ten`, `end-in-${work}-worst`, 50e6)),
      TWO_THREADS,
      ...['mutex', 'mutex-contended', 'atomic-add', 'ping-pong'].map((name) => againstV8(name, 2)),
      ...['sha256', 'sieve', 'matrix'].map((name) => ({ text: `${name} in a shared memory, against a private one`, most: 1.15,
        value: (m, e) => m.ratio(e, e, `shared-${name}`, name) })),
    ],
  },
  memory: {
    units: 'one-more and linear-memory in bytes, all else in nanoseconds',
    goals: [
      absolute('one more program beside its linear memory, bytes', 'one-more', 65536),
      { text: 'growing to 1 GiB, against to 512 MiB (linear: 2, quadratic: 4)', most: 3,
        value: (m, e) => sum(m, e, ['grow-1', 'grow-2', 'grow-3', 'grow-4']) / sum(m, e, ['grow-1', 'grow-2']) },
      ...['empty_loop', 'load_loop', 'nested_loop'].map((loop) =>
        absolute(`stopping ${loop}, ns, the worst of ten`, `${loop}-worst`, 50e6)),
    ],
  },
  startup: {
    goals: [
      absolute('dylink run hello, cold, ms', 'hello', 1500),
      { text: 'dylink run hello, against an empty Felix', most: 2, value: (m, e) => m.ratio(e, 'none', 'hello', 'felix') },
      { text: 'link + run of it, ms', most: 250, value: (m, e) => sum(m, e, ['link', 'run']) },
      absolute('link + run in a warm framework, ms', 'warm', 2),
      { text: 'dylink run hello by the script, cold, ms (JDK 25: 250)', most: 300,
        value: (m, e) => (e === 'script' ? m.of(e, 'hello') : undefined) },
      ...['hello', 'hello-processor'].map((name) => ({ text: `${name} by the script, against an empty Felix`, most: 1.5,
        value: (m, e) => (e === 'script' ? m.ratio(e, 'none', name, name.replace('hello', 'felix')) : undefined) })),
      ...['ldd', 'info'].map((name) => absolute(`dylink ${name}, ms`, name, 150)),
    ],
  },
};
