package org.dylink.linker.link.parts;

/** Why a library stays in a program: it came with the program, or dlopen holds it. */
public final class PlaceUse {
  /** What a failed dlopen goes back to. */
  public record Mark(boolean kept, int opens) {}

  /** What dlopen never answers. */
  public static final int NO_HANDLE = 0;

  private int handle = NO_HANDLE;
  private boolean later;
  private boolean kept;
  private boolean opening;
  private int opens;

  /** What dlopen has answered for it. */
  public int handle() {
    return handle;
  }

  public void setHandle(int dlHandle) {
    handle = dlHandle;
  }

  /** Notes that it was not there when the program started. */
  public void addLater() {
    later = true;
  }

  public boolean isLater() {
    return later;
  }

  /** Notes that its first dlopen has begun: nobody has a handle yet that could be closed. */
  public void beginOpening() {
    opening = true;
  }

  /** Notes that its first dlopen is done. */
  public void endOpening(boolean noDelete) {
    opening = false;
    opened(noDelete);
  }

  /**
   * Notes a dlopen.
   *
   * @param noDelete whether it must stay for good
   */
  public void opened(boolean noDelete) {
    opens++;
    kept |= noDelete;
  }

  /** Notes that it must stay for good. */
  public void keep() {
    kept = true;
  }

  /** Notes a dlclose; false if there was no dlopen for it. */
  public boolean closed() {
    if (opens == 0) {
      return false;
    }
    opens--;
    return true;
  }

  public Mark mark() {
    return new Mark(kept, opens);
  }

  public void goBackTo(Mark mark) {
    kept = mark.kept();
    opens = mark.opens();
  }

  /** Whether it stays even if nothing else in the program uses it. */
  public boolean isHeld() {
    return !later || kept || opening || opens > 0;
  }
}
