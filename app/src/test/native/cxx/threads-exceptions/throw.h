#include <stdexcept>
#include <string>
struct Failure : std::runtime_error {
    int thread;
    Failure(int t) : std::runtime_error("failure " + std::to_string(t)), thread(t) {}
    ~Failure() override;
};
struct Special : Failure {
    using Failure::Failure;
};
void throw_typed(int thread, int round);
int caught_in_library(int thread, int round);
