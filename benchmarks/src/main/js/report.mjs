// Prints a suite's table, ratios and goals.      Usage: node report.mjs SUITE FILE
import { SUITES } from './goals.mjs';
import { Measurements } from './measurements.mjs';

const [suite, file] = process.argv.slice(2);
const measurements = new Measurements(file);
const { goals, units = 'milliseconds' } = SUITES[suite];
const engines = measurements.peers.filter((peer) => !['v8', 'java', 'none'].includes(peer));

// Nanoseconds are too many digits for what takes milliseconds; small results are counts or ms already.
const timed = ['compute', 'calls', 'tails', 'exceptions', 'large', 'threads', 'vectors', 'native', 'alternatives'].includes(suite);
const show = (number) => (number === undefined ? '-' : timed ? (number / 1e6).toFixed(2) : String(Math.round(number * 100) / 100));
const longestName = Math.max(18, ...measurements.names.map((name) => name.length));
const row = (cells) => cells.map((cell, i) => (i ? cell.padStart(Math.max(12, widths[i])) : cell.padEnd(longestName))).join(' ');
const ratios = engines.flatMap((engine) => ['v8', 'java', 'endive-compiler']
  .filter((other) => other !== engine && measurements.peers.includes(other)).map((other) => ({ engine, other })));
const headings = ['', ...measurements.peers, ...ratios.map(({ engine, other }) => `${engine}/${other}`)];
const widths = headings.map((heading) => heading.length);

console.log(`${units}: the best repetition of a round, the median of the rounds\n`);
console.log(row(headings));
for (const name of measurements.names) {
  console.log(row([
    name,
    ...measurements.peers.map((peer) => show(measurements.of(peer, name))),
    ...ratios.map(({ engine, other }) => measurements.ratio(engine, other, name)?.toFixed(2) ?? '-'),
  ]));
}

console.log('\ngoals');
for (const engine of engines) {
  for (const { text, most, value } of goals) {
    const reached = value(measurements, engine);
    if (reached === undefined || Number.isNaN(reached)) continue;
    const verdict = reached <= most ? 'reached' : 'missed';
    console.log(`${engine.padEnd(18)} ${text.padEnd(64)} ${String(Number(reached.toPrecision(3))).padStart(9)} of ${most}  ${verdict}`);
  }
}

const differing = timed ? measurements.differing() : [];
if (differing.length) {
  console.log(`\nDIFFERENT RESULTS between peers: ${differing.join(', ')}`);
  process.exitCode = 1;
}
