// Stands in for java.exe: prints its arguments, a line each, and ends with the number in STANDIN_CODE.
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) printf("<%s>\n", argv[i]);
  const char *code = getenv("STANDIN_CODE");
  return code ? atoi(code) : 0;
}
