// What the peers printed: lines "ROUND PEER NAME NUMBER CHECK".
import { readFileSync } from 'node:fs';

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
export const geometricMean = (numbers) => Math.exp(numbers.reduce((sum, n) => sum + Math.log(n), 0) / numbers.length);

function readLines(file) {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line).map((line) => {
    const [round, peer, name, number, check] = line.split(' ');
    return { round, peer, name, number: Number(number), check };
  });
}

/** Each peer's figure for each name: the median of the rounds, and of a round the best repetition. */
export class Measurements {
  constructor(file) {
    this.lines = readLines(file);
    this.peers = [...new Set(this.lines.map((l) => l.peer))];
    this.names = [...new Set(this.lines.map((l) => l.name))];
  }

  of(peer, name) {
    const mine = this.lines.filter((l) => l.peer === peer && l.name === name);
    const rounds = groupByRound(mine);
    const best = [...rounds.values()].map((lines) => Math.min(...lines.map((l) => l.number)));
    return best.length ? median(best) : undefined;
  }

  /** undefined unless both have a figure. */
  ratio(peer, other, name, otherName = name) {
    const [a, b] = [this.of(peer, name), this.of(other, otherName)];
    return a === undefined || b === undefined ? undefined : a / b;
  }

  /** undefined unless both have all. */
  mean(peer, other, names) {
    const ratios = names.map((name) => this.ratio(peer, other, name));
    return ratios.includes(undefined) ? undefined : geometricMean(ratios);
  }

  /** The names whose checks differ between peers. */
  differing() {
    return this.names.filter((name) => new Set(this.lines.filter((l) => l.name === name).map((l) => l.check)).size > 1);
  }
}

function groupByRound(lines) {
  const rounds = new Map();
  for (const line of lines) rounds.set(line.round, [...(rounds.get(line.round) ?? []), line]);
  return rounds;
}
