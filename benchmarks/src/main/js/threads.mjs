// Runs a program with threads on V8, from the same files as `dylink run`. A thread is a worker with instances of its own over
// the one memory. Workers are made and linked before the program starts and are used again: the fastest way that V8 has.
// Usage: node --no-warnings --no-liftoff threads.mjs [-L FOLDER:FOLDER...]... MAIN [ARGUMENT...]
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { load, Program } from './linker.mjs';
import { makeWasi } from './wasi.mjs';

const WORKERS = 8;
const PAGE = 65536;
const MOST_THREADS = 0x1fffffff;

// A worker's part of the words that all share; word 0 counts threads.
const STATE = 1, THREAD = 2, ARGUMENT = 3, WORDS = 4;
const IDLE = 0, BUSY = 1, TAKEN = 2;

/** Links with instances of this thread; memory: null for the first one, which makes it. */
function linkHere({ loaded, line, control }, memory) {
  const hosts = {};
  const program = new Program(loaded, hosts, memory);
  hosts.wasi_snapshot_preview1 = makeWasi(program.memory, line);
  hosts.wasi = { 'thread-spawn': (argument) => spawn(control, argument) };
  return program;
}

/** Gives a waiting worker a thread; negative if all are busy. */
function spawn(control, argument) {
  for (let i = 0; i < WORKERS; i++) {
    const at = WORDS * (i + 1);
    if (Atomics.compareExchange(control, at + STATE, IDLE, TAKEN) === IDLE) {
      const thread = (Atomics.add(control, 0, 1) % MOST_THREADS) + 1;
      control[at + THREAD] = thread;
      control[at + ARGUMENT] = argument;
      Atomics.store(control, at + STATE, BUSY);
      Atomics.notify(control, at + STATE);
      return thread;
    }
  }
  return -1;
}

const initializeTls = (instance, at) => instance.exports.__tls_size?.value && instance.exports.__wasm_init_tls(at);

/** Where each library's thread-local data lies in a block of this thread. */
function placeTls(program) {
  let size = 0;
  const places = program.order.map(({ instance }) => {
    const alignment = instance.exports.__tls_align?.value || 1;
    const at = Math.ceil(size / alignment) * alignment;
    size = at + (instance.exports.__tls_size?.value ?? 0);
    return at;
  });
  const block = program.memory.grow(Math.ceil(size / PAGE)) * PAGE;
  return places.map((place) => block + place);
}

function work({ index, memory, ...shared }) {
  const program = linkHere(shared, memory).link(false);
  const places = placeTls(program);
  const start = program.definer('wasi_thread_start').instance.exports.wasi_thread_start;
  const { control } = shared;
  const at = WORDS * (index + 1);
  parentPort.postMessage('ready');
  for (;;) {
    for (let state; (state = Atomics.load(control, at + STATE)) !== BUSY; ) Atomics.wait(control, at + STATE, state);
    program.order.forEach(({ instance }, i) => initializeTls(instance, places[i]));
    try {
      start(control[at + THREAD], control[at + ARGUMENT]);
    } catch (failure) {
      process._rawDebug(failure.stack);
      process.kill(process.pid);
    }
    Atomics.store(control, at + STATE, IDLE);
  }
}

async function run(line) {
  const folders = [];
  while (line[0] === '-L') folders.push(...line.splice(0, 2)[1].split(':'));
  const [main, ...rest] = line;
  const loaded = load(main, folders);
  const control = new Int32Array(new SharedArrayBuffer(4 * WORDS * (WORKERS + 1)));
  const shared = { loaded: loaded.map(({ instance, ...library }) => library), line: [basename(main), ...rest], control };
  const program = linkHere({ ...shared, loaded }, null).link(true, ({ instance }) =>
    initializeTls(instance, instance.exports.__tls_base?.value));
  await Promise.all(Array.from({ length: WORKERS }, (_, index) => new Promise((ready, failed) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { ...shared, index, memory: program.memory } });
    worker.once('message', ready).once('error', failed);
  })));
  program.start();
}

if (isMainThread) await run(process.argv.slice(2));
else work(workerData);
