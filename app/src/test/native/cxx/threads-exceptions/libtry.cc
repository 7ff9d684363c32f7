#include "throw.h"
struct Guard {
    int &count;
    ~Guard() { count++; }
};
int caught_in_library(int thread, int round) {
    int cleaned = 0;
    try {
        Guard one{cleaned};
        Guard two{cleaned};
        throw_typed(thread, round);
    } catch (const Special &special) {
        return cleaned * 100 + special.thread;
    } catch (const std::string &text) {
        return cleaned * 1000 + std::stoi(text);
    } catch (int number) {
        return cleaned * 10000 + number;
    }
    return 0; // never: others go on
}
