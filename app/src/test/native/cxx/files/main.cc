// std::filesystem in a folder that was granted, and outside of it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>
namespace fs = std::filesystem;
static void write(const fs::path &path, const std::string &text) { std::ofstream(path) << text; }
static std::string read(const fs::path &path) {
    std::ifstream in(path);
    return std::string(std::istreambuf_iterator<char>(in), {});
}
static void list(const fs::path &root) {
    std::vector<std::string> found;
    for (const auto &entry : fs::recursive_directory_iterator(root))
        found.push_back(entry.path().lexically_relative(root).generic_string() + (entry.is_directory() ? "/" : entry.is_symlink() ? "@" : ""));
    std::sort(found.begin(), found.end());
    for (const auto &each : found) std::cout << each << ' ';
    std::cout << '\n';
}
int main(int argc, char **argv) {
    fs::path root = argv[1];
    std::cout << fs::exists(root) << fs::is_directory(root) << fs::is_empty(root) << '\n';
    std::cout << fs::create_directories(root / "a/b/c") << fs::create_directory(root / "a") << '\n';
    write(root / "a/one.txt", "one");
    write(root / "a/b/two.txt", "number two");
    fs::create_symlink("one.txt", root / "a/link");
    list(root);
    std::cout << fs::file_size(root / "a/b/two.txt") << ' ' << read(root / "a/link") << ' ' << fs::read_symlink(root / "a/link").string() << ' '
              << fs::is_symlink(fs::symlink_status(root / "a/link")) << fs::is_regular_file(root / "a/link") << '\n';
    std::cout << fs::copy_file(root / "a/one.txt", root / "copy.txt") << read(root / "copy.txt") << '\n';
    fs::rename(root / "copy.txt", root / "moved.txt");
    fs::resize_file(root / "moved.txt", 2);
    fs::copy(root / "a", root / "all", fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    list(root);
    std::cout << read(root / "moved.txt") << ' ' << fs::equivalent(root / "a/one.txt", root / "a/link") << fs::hard_link_count(root / "moved.txt") << '\n';
    fs::create_hard_link(root / "moved.txt", root / "hard.txt");
    std::cout << fs::hard_link_count(root / "moved.txt") << ' ' << (fs::last_write_time(root / "hard.txt") > fs::file_time_type::min()) << '\n';
    std::cout << fs::remove(root / "hard.txt") << fs::remove(root / "hard.txt") << ' ' << fs::remove_all(root / "all") << '\n';
    std::error_code error;
    fs::create_directory(root / "none/below", error);
    std::cout << (error == std::errc::no_such_file_or_directory) << '\n';
    try {
        fs::remove(root / "a");
        std::cout << "removed\n";
    } catch (const fs::filesystem_error &failure) {
        std::cout << (failure.code() == std::errc::directory_not_empty) << failure.path1().filename().string() << '\n';
    }
    try {
        std::cout << fs::file_size(root / "a/none.txt");
    } catch (const fs::filesystem_error &failure) {
        std::cout << (failure.code() == std::errc::no_such_file_or_directory) << '\n';
    }
    if (argc > 2) {
        // Not granted: what lies there is neither seen nor made.
        fs::path outside = argv[2];
        std::cout << fs::exists(outside, error) << (error ? 1 : 0) << fs::create_directory(outside / "made", error) << (error ? 1 : 0);
        std::ofstream made(outside / "made.txt");
        std::cout << made.is_open();
        fs::create_symlink(outside, root / "escape", error);
        std::cout << fs::exists(root / "escape/secret.txt", error) << std::ifstream(root / "escape/secret.txt").is_open();
        std::cout << std::ifstream(root / ".." / outside.filename() / "secret.txt").is_open() << '\n';
    }
    fs::remove_all(root / "a");
    fs::remove(root / "moved.txt");
    return 0;
}
