# Writes the bytes of IN as the C array NAME (and NAME_bytes, their number) to OUT.
file(READ ${IN} hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR bytes "${digits} / 2")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," body "${hex}")
string(REGEX REPLACE "(................................................................................)" "\\1\n" body "${body}")
file(WRITE ${OUT} "#include <stddef.h>
extern const unsigned char ${NAME}[];
extern const size_t ${NAME}_bytes;
_Alignas(8) const unsigned char ${NAME}[] = {\n${body}\n};
const size_t ${NAME}_bytes = ${bytes};
")
