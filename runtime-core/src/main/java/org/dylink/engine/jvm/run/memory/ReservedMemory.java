package org.dylink.engine.jvm.run.memory;

import org.dylink.engine.control.Waiters;
import org.dylink.format.MemoryType;

/**
 * A memory beside the JVM's heap, in address space that is reserved up to its maximum, so that it
 * never moves: growing it changes a number. It is given back when nobody can reach it any more.
 */
abstract class ReservedMemory extends LinearMemory {
  private final ViewList users = new ViewList(); // guarded by this
  private final long maximumPages;
  private final AtomicCells cells;
  private final Waiters waiters; // null if it is private
  private volatile long limit; // set by who has the monitor of this

  /**
   * @param maximumPages how many are reserved
   */
  ReservedMemory(MemoryType type, long maximumPages, AtomicCells cells) {
    super(type);
    this.maximumPages = maximumPages;
    this.cells = cells;
    this.waiters = type.shared() ? new Waiters() : null;
    this.limit = type.limits().minimum() * MemoryType.PAGE_SIZE;
    ReservedPages.note(this);
  }

  /** Gives a view the bytes. */
  abstract void show(MemoryView view);

  /** Tells a view how many bytes the memory has. */
  abstract void resize(MemoryView view, long size);

  @Override
  final synchronized void attach(MemoryView view) {
    users.add(view);
    show(view);
    resize(view, limit);
  }

  @Override
  final long limit() {
    return limit;
  }

  @Override
  final AtomicCells cells() {
    return cells;
  }

  @Override
  public final Waiters waiters() {
    return waiters;
  }

  @Override
  public final long maximumPages() {
    return maximumPages;
  }

  @Override
  public final synchronized long grow(long pages) {
    long before = pages();
    if (pages < 0 || pages > maximumPages - before) {
      return -1;
    }
    long size = (before + pages) * MemoryType.PAGE_SIZE;
    users.forEach(view -> resize(view, size));
    limit = size;
    return before;
  }

  /** Checks a range, both of unsigned numbers, and gives back where it begins. */
  final long range(long address, long size) {
    return MemoryBounds.range(address, size, limit);
  }
}
