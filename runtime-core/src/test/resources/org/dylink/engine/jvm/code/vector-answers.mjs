// What V8 answers where VectorAnswersTest asks: each export in turn, over the same input.
// Usage: node vector-answers.mjs MODULE INPUT OUTPUT RESULTS      RESULTS: where in memory the results are
import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// V8 has relaxed vectors without a flag from 11.4 on.
if (!(parseFloat(process.versions.v8) >= 11.4)) setFlagsFromString('--experimental-wasm-relaxed-simd');

// In V8's baseline code of node 20, i32x4.relaxed_dot_i8x16_i7x16_add_s adds nothing.
setFlagsFromString('--no-liftoff');

const [file, inputFile, outputFile, results] = process.argv.slice(2);
const input = readFileSync(inputFile);
const { instance } = await WebAssembly.instantiate(readFileSync(file), {});
const memory = new Uint8Array(instance.exports.memory.buffer);
const answers = [];
for (const [name, run] of Object.entries(instance.exports)) {
  if (name === 'memory') continue;
  memory.set(input);
  memory.fill(0, Number(results));
  const size = run();
  answers.push(memory.slice(Number(results), Number(results) + size));
}
writeFileSync(outputFile, Buffer.concat(answers));
