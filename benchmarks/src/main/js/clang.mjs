// Compiles files one after the other with clang as a program of WebAssembly on V8, and says what each took: its name and
// processor time of the process, in ms. The start counts, for the first one.
// Usage: node clang.mjs MODULE FOLDER FLAG... -- FILE...
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { WASI } from 'node:wasi';

const [file, folder, ...rest] = process.argv.slice(2);
const divider = rest.indexOf('--');
const module = new WebAssembly.Module(readFileSync(file));
let before = 0;
for (const source of rest.slice(divider + 1)) {
  const args = ['llvm.wasm', 'clang', ...rest.slice(0, divider), '-c', '-o', join(folder, `${basename(source)}.o`), source];
  const wasi = new WASI({ version: 'preview1', args, env: {}, preopens: { '/': '/' }, returnOnExit: true });
  const code = wasi.start(new WebAssembly.Instance(module, wasi.getImportObject()));
  if (code !== 0) process.exit(code);
  const { user, system } = process.cpuUsage();
  const now = Math.round((user + system) / 1000);
  console.log(`${basename(source)} ${now - before}`);
  before = now;
}
