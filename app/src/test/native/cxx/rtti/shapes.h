#include <string>
#include <typeinfo>
struct Base {
    virtual ~Base();
    virtual std::string name() const;
};
struct Left : virtual Base {
    int left = 1;
    std::string name() const override;
};
struct Right : virtual Base {
    int right = 2;
    std::string name() const override;
};
struct Both final : Left, Right {
    int both = 3;
    std::string name() const override;
};
// Header only: a copy of the type in each library.
struct Header {
    virtual ~Header() = default;
    virtual int number() const { return 1; }
};
struct HeaderTwo : Header {
    int number() const override { return 2; }
};
template <class T> struct Box : Header {
    T value{};
    int number() const override { return static_cast<int>(sizeof value); }
};
Base *make(int kind);
bool is_both(Base *base);
const std::type_info &type_of(Base *base);
Header *make_header(int kind);
// One object in the program, whichever library asks first.
inline int &shared_counter() {
    static int counter = 0;
    return counter;
}
template <class T> struct Registry {
    static int count;
};
template <class T> int Registry<T>::count = 0;
inline int inline_variable = 5;
int *counter_of_library();
int *registry_of_library();
int *inline_variable_of_library();
