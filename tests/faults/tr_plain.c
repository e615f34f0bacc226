/* English only, so that these programs need no catalogue of messages. */
#include "base/tr.h"

const char *tr(const char *msgid) {
    return msgid;
}
