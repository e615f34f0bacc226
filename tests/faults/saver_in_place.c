/* saver_in_place PATH TEXT: as saver, but wrong; walk.sh must see that. */
#include <fcntl.h>
#include <unistd.h>

int main(int argc, char **argv) {
    if (argc != 3)
        return 2;
    int file = open(argv[1], O_WRONLY | O_TRUNC | O_CLOEXEC);
    ssize_t written = write(file, argv[2], strlen(argv[2]));
    printf("%s\n", written > 0 ? "saved" : "not saved");
    return written > 0 ? 0 : 1;
}
