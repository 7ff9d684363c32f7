int count(void);
const char *unit(void);
