/* Thread-local variables that several libraries use, one of them opened while the threads run. */
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
extern _Thread_local int shared_local, other_local;
int swap(int);
static pthread_barrier_t step;
static int (*plug)(void);
struct seen { int me, first, old, other, now, plug[2]; };
static void *look(void *argument) {
    struct seen *s = argument;
    s->first = shared_local;
    s->old = swap(s->me);
    s->other = other_local += s->me;
    s->now = shared_local;
    pthread_barrier_wait(&step);
    pthread_barrier_wait(&step);
    s->plug[0] = plug();
    s->plug[1] = plug();
    return NULL;
}
static void show(struct seen *s) { printf("%d: %d %d %d %d, plug %d %d\n", s->me, s->first, s->old, s->other, s->now, s->plug[0], s->plug[1]); }
int main(void) {
    pthread_t t[3];
    struct seen s[3], mine = {.me = 100}, late = {.me = 200};
    pthread_barrier_init(&step, NULL, 4);
    for (int i = 0; i < 3; i++) { s[i].me = i + 1; pthread_create(&t[i], NULL, look, &s[i]); }
    pthread_barrier_wait(&step);
    void *library = dlopen("libplug.so", RTLD_NOW);
    plug = library ? (int (*)(void))dlsym(library, "plug") : NULL;
    if (!plug) { puts(dlerror()); return 1; }
    pthread_barrier_wait(&step);
    for (int i = 0; i < 3; i++) { pthread_join(t[i], NULL); show(&s[i]); }
    pthread_barrier_init(&step, NULL, 1);
    look(&mine);
    show(&mine);
    pthread_create(&t[0], NULL, look, &late);
    pthread_join(t[0], NULL);
    show(&late);
    return 0;
}
