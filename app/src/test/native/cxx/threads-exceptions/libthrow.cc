#include "throw.h"
Failure::~Failure() = default;
void throw_typed(int thread, int round) {
    switch (round % 5) {
    case 0: throw thread;
    case 1: throw Failure(thread);
    case 2: throw Special(thread);
    case 3: throw std::to_string(thread);
    default: throw std::out_of_range("range");
    }
}
