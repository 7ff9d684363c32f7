// Streams, strings, containers, algorithms, numbers and the classic locale.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <limits>
#include <list>
#include <locale>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <random>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

static void numbers() {
    std::cout << std::setprecision(17) << 0.1 << ' ' << 1e300 << ' ' << std::fixed << std::setprecision(3) << -2.5 << '\n';
    std::cout << std::defaultfloat << std::hex << std::showbase << 255 << ' ' << std::oct << 8 << std::dec << std::noshowbase << '\n';
    std::cout << std::setw(8) << std::setfill('*') << std::left << 42 << std::right << std::setw(6) << -7 << std::setfill(' ') << '\n';
    std::cout << std::boolalpha << true << ' ' << std::scientific << 12345.678 << std::defaultfloat << '\n';
    std::cout << std::numeric_limits<long long>::min() << ' ' << std::numeric_limits<unsigned long long>::max() << ' ' << 1.0 / 3 << '\n';
    std::cout << std::stod("0x1.8p3") << ' ' << std::stoi("-123") << ' ' << std::to_string(3.5) << '\n';
    char text[64];
    auto end = std::to_chars(text, text + sizeof text, 6.02214076e23).ptr;
    std::cout << std::string(text, end);
    const char digits[] = {'7', '7', 'x'};
    int parsed = 0;
    auto from = std::from_chars(digits, digits + sizeof digits, parsed);
    std::cout << ' ' << parsed << *from.ptr << '\n';
}

static void texts() {
    std::istringstream in("one two  3 4.5\nlast line\n");
    std::string a, b, line;
    int number = 0;
    double real = 0;
    in >> a >> b >> number >> real;
    std::getline(in, line);
    std::getline(in, line);
    std::cout << a << b << number << real << '|' << line << '|' << in.good() << in.eof() << '\n';
    in >> a;
    std::cout << in.fail() << in.eof() << '\n';
    std::stringstream both;
    both << std::quoted("a \"b\"") << ' ' << 1;
    both >> std::quoted(a);
    std::cout << a << '\n';
    in.clear();
    in.exceptions(std::ios::failbit);
    try {
        in >> number;
    } catch (const std::ios_base::failure &) {
        std::cout << "failure\n";
    }
    std::ifstream none("/nowhere/at/all");
    std::cout << none.is_open() << none.fail() << '\n';
    std::wstring wide = L"wide \u00e4";
    std::cout << wide.size() << ' ' << (std::string(80, 'x').find("xy") == std::string::npos) << '\n';
    std::smatch match;
    std::string date = "on 2026-11-30.";
    if (std::regex_search(date, match, std::regex("(\\d+)-(\\d+)-(\\d+)"))) std::cout << match[2] << match.suffix() << '\n';
}

struct Shape {
    virtual ~Shape() = default;
    virtual double area() const = 0;
};
struct Square : Shape {
    double side;
    explicit Square(double s) : side(s) {}
    double area() const override { return side * side; }
};

static void containers() {
    std::vector<int> v(10);
    std::iota(v.begin(), v.end(), 1);
    std::mt19937 random(7);
    std::shuffle(v.begin(), v.end(), std::minstd_rand(1));
    std::sort(v.begin(), v.end(), std::greater<>());
    std::copy(v.begin(), v.end(), std::ostream_iterator<int>(std::cout, ","));
    std::cout << ' ' << std::accumulate(v.begin(), v.end(), 0) << ' ' << random() << '\n';
    std::map<std::string, int> count;
    for (auto word : {"to", "be", "or", "not", "to", "be"}) count[word]++;
    for (const auto &[word, times] : count) std::cout << word << times << ' ';
    std::unordered_map<int, std::string> hashed{{1, "a"}, {2, "b"}};
    std::set<int> some{3, 1, 2};
    std::list<int> linked(some.rbegin(), some.rend());
    std::cout << hashed.at(2) << *some.begin() << linked.front() << '\n';
    std::vector<std::unique_ptr<Shape>> shapes;
    shapes.push_back(std::make_unique<Square>(3));
    auto shared = std::make_shared<Square>(2);
    std::weak_ptr<Square> weak = shared;
    std::cout << shapes[0]->area() << ' ' << weak.lock()->area() << ' ' << shared.use_count();
    shared.reset();
    std::cout << weak.expired() << '\n';
    std::variant<int, std::string> either = "text";
    std::optional<int> maybe;
    std::function<int(int)> twice = [](int x) { return 2 * x; };
    std::cout << either.index() << maybe.value_or(5) << twice(21) << '\n';
    try {
        (void)std::get<int>(either);
    } catch (const std::bad_variant_access &) {
        std::cout << "bad variant access\n";
    }
    try {
        (void)count.at("nowhere");
    } catch (const std::out_of_range &) {
        std::cout << "out of range\n";
    }
    try {
        std::cout << std::string("short").substr(9);
    } catch (const std::out_of_range &) {
        std::cout << "out of range\n";
    }
    try {
        std::cout << std::stoi("none");
    } catch (const std::invalid_argument &) {
        std::cout << "invalid argument\n";
    }
}

struct Grouped : std::numpunct<char> {
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
    char do_decimal_point() const override { return ','; }
};

static void locales() {
    std::cout << std::locale().name() << ' ' << std::toupper('a', std::locale()) << std::isdigit('5', std::locale::classic()) << '\n';
    std::ostringstream out;
    out.imbue(std::locale(std::locale::classic(), new Grouped));
    out << 1234567 << ' ' << 9876.5;
    std::cout << out.str() << '\n';
    std::tm when{};
    when.tm_year = 126, when.tm_mon = 10, when.tm_mday = 30, when.tm_wday = 1;
    std::cout << std::put_time(&when, "%Y-%m-%d %a %B") << '\n';
    const char letters[] = {'a', 'b'};
    std::istringstream in("2026-02-03");
    in >> std::get_time(&when, "%Y-%m-%d");
    std::cout << when.tm_mon << when.tm_mday << ' ' << std::use_facet<std::collate<char>>(std::locale()).compare(letters, letters + 1, letters + 1, letters + 2) << '\n';
}

int main() {
    std::ios::sync_with_stdio(true);
    numbers();
    texts();
    containers();
    locales();
    auto begin = std::chrono::steady_clock::now();
    std::cout << (std::chrono::steady_clock::now() >= begin) << std::endl;
    std::cerr << "to standard error\n";
    std::clog << "too\n";
    return std::cout.good() ? 0 : 1;
}
