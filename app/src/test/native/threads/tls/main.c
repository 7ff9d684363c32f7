/* Each thread has its own copy of thread-local data of main and of two libraries, as the file has it at first. */
#include <pthread.h>
#include <stdio.h>
int a_step(void), b_step(void), *a_address(void);
static _Thread_local int mine = 7;
struct seen { int steps[3], mine, *address; };
static void look(struct seen *s) { for (int i = 0; i < 3; i++) s->steps[i] = b_step(); s->mine = mine++; s->address = a_address(); }
static pthread_barrier_t together;
static void *thread(void *s) { look(s); pthread_barrier_wait(&together); return NULL; }
static void show(const char *who, struct seen *s) { printf("%s: %d %d %d mine %d\n", who, s->steps[0], s->steps[1], s->steps[2], s->mine); }
int main(void) {
    struct seen first, again, s[4];
    pthread_t t[4];
    look(&first);
    show("main", &first);
    pthread_barrier_init(&together, NULL, 4);
    for (int i = 0; i < 4; i++) pthread_create(&t[i], NULL, thread, &s[i]);
    int differ = 1;
    for (int i = 0; i < 4; i++) pthread_join(t[i], NULL);
    for (int i = 0; i < 4; i++) {
        show("thread", &s[i]);
        for (int j = 0; j < i; j++) differ &= s[i].address != s[j].address;
        differ &= s[i].address != first.address;
    }
    look(&again);
    show("main again", &again);
    printf("own addresses %d, same in main %d\n", differ, again.address == first.address);
    return 0;
}
