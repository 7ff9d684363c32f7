// The little of WASI that a program with threads asks for to measure itself: node's own knows one instance alone.
import { writeSync } from 'node:fs';

const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const NOT_THERE = 52;
const CHARACTER_DEVICE = 2;

/** Functions over a memory that is shared; line: the program's name and arguments. */
export function makeWasi(memory, line) {
  const view = () => new DataView(memory.buffer);
  const words = line.map((word) => Buffer.from(`${word}\0`));
  const isStandard = (fd) => fd === 1 || fd === 2;
  const functions = {
    args_sizes_get(count, size) {
      view().setUint32(count, words.length, true);
      view().setUint32(size, words.reduce((sum, word) => sum + word.length, 0), true);
      return SUCCESS;
    },
    args_get(addresses, at) {
      for (const word of words) {
        view().setUint32(addresses, at, true);
        new Uint8Array(memory.buffer, at, word.length).set(word);
        addresses += 4;
        at += word.length;
      }
      return SUCCESS;
    },
    environ_sizes_get(count, size) {
      view().setUint32(count, 0, true);
      view().setUint32(size, 0, true);
      return SUCCESS;
    },
    environ_get: () => SUCCESS,
    clock_time_get(clock, precision, at) {
      view().setBigUint64(at, process.hrtime.bigint(), true);
      return SUCCESS;
    },
    fd_fdstat_get(fd, at) {
      if (!isStandard(fd)) return BAD_DESCRIPTOR;
      new Uint8Array(memory.buffer, at, 24).fill(0)[0] = CHARACTER_DEVICE;
      view().setBigUint64(at + 8, 0xffffffffn, true);
      return SUCCESS;
    },
    fd_prestat_get: () => BAD_DESCRIPTOR,
    fd_write(fd, parts, count, written) {
      if (!isStandard(fd)) return BAD_DESCRIPTOR;
      let all = 0;
      for (let i = 0; i < count; i++, parts += 8) {
        const [at, length] = [view().getUint32(parts, true), view().getUint32(parts + 4, true)];
        all += length && writeSync(fd, Buffer.from(new Uint8Array(memory.buffer, at, length)));
      }
      view().setUint32(written, all, true);
      return SUCCESS;
    },
    proc_exit: (code) => process.exit(code),
  };
  return new Proxy(functions, { get: (target, name) => target[name] ?? (() => NOT_THERE) });
}
