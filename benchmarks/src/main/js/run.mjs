// Runs a program on V8, from the same files as `dylink run`.
// Usage: node --no-warnings run.mjs [-L FOLDER:FOLDER...]... MAIN [ARGUMENT...]
import { setFlagsFromString } from 'node:v8';
import { WASI } from 'node:wasi';
import { basename } from 'node:path';
import { link } from './linker.mjs';

// Data segments at __memory_base + N; V8 has it without a flag from 11.4 on.
if (!(parseFloat(process.versions.v8) >= 11.4)) setFlagsFromString('--experimental-wasm-extended-const');

const line = process.argv.slice(2);
const folders = [];
while (line[0] === '-L') folders.push(...line.splice(0, 2)[1].split(':'));
const [main, ...rest] = line;
if (!main) {
  console.error('usage: node run.mjs [-L FOLDER:FOLDER...]... MAIN [ARGUMENT...]');
  process.exit(2);
}
const wasi = new WASI({ version: 'preview1', args: [basename(main), ...rest], env: {} });
const program = link(main, folders, wasi.getImportObject());
// All that node's WASI asks of an instance: libraries call it through the program's one memory.
process.exitCode = wasi.start({ exports: { memory: program.memory, _start: () => program.start() } });
