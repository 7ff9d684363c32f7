int made_in_library(int n, int (*live)());
