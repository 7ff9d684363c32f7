/* A library that is replaced by other versions of itself, in a program of its own: so all that a replacement uses is
 * linked and ready before one holds back the calls of a program that matters. It has one of each that a replacement looks
 * at: data that is written, constants that differ, functions that are called, pointed to and missing. The text of the
 * third version is longer than those of the others, so that its data moves. */

typedef int operation(int);

int rehearsal_calls;
const char *rehearsal_version = VERSION;

void rehearsal_absent(void); /* nobody has it, and nobody calls it */

static int step(int number) { return number + 1; }

operation *rehearsal_step = step;

int rehearsal_twice(int number) { return number * 2; }

operation *rehearsal_pointer(int which) { return which ? step : rehearsal_twice; }

int rehearsal(void) {
  if (rehearsal_calls < 0) {
    rehearsal_absent();
  }
  rehearsal_calls = rehearsal_step(rehearsal_calls);
  return rehearsal_pointer(0)(rehearsal_calls) + rehearsal_version[0];
}
