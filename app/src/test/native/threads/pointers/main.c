/* Pointers to functions of three modules are the same in all threads, and may be called in each. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
typedef int (*operation)(int, int);
extern operation operations[2];
operation operation_at(int);
int multiply(int, int), apply(operation, int, int);
static int subtract(int x, int y) { return x - y; }
static int down(const void *a, const void *b) { return *(const int *)b - *(const int *)a; }
struct made { operation add, multiply, subtract; int (*compare)(const void *, const void *); int applied; };
static void *make(void *argument) {
    struct made *m = argument;
    *m = (struct made){operation_at(0), multiply, subtract, down, apply(subtract, 50, 8)};
    operations[0] = subtract;
    return NULL;
}
static void *use(void *argument) {
    struct made *m = argument;
    int numbers[] = {3, 1, 2};
    qsort(numbers, 3, sizeof *numbers, m->compare);
    return (void *)(long)(m->add(3, 4) + 100 * m->multiply(3, 4) + 10000 * operations[0](9, 2) + 100000 * numbers[0]);
}
int main(void) {
    pthread_t t;
    struct made m;
    void *used;
    operation before = operations[0];
    pthread_create(&t, NULL, make, &m);
    pthread_join(t, NULL);
    printf("same %d%d%d%d applied %d\n", m.add == before, m.multiply == multiply && m.multiply == operation_at(1), m.subtract == subtract, m.compare == down, m.applied);
    pthread_create(&t, NULL, use, &m);
    pthread_join(t, &used);
    printf("used %ld\n", (long)used);
    return 0;
}
