/* saver PATH TEXT: a program that does nothing but read a file and save it. */
#include "plan/safe_file.h"

int main(int argc, char **argv) {
    Buf bytes;
    FileMark mark;
    Err err;
    if (argc != 3)
        return 2;
    bool saved = safe_file_read(argv[1], &bytes, &mark, &err);
    if (saved)
        buf_release(&bytes);
    saved = saved && safe_file_save(argv[1], str(argv[2]), &mark, NULL, NULL, &err);
    printf("%s\n", saved ? "saved" : err.text);
    return saved ? 0 : 1;
}
