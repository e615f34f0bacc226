/*
 * 64-bit FNV-1a. Source: draft-eastlake-fnv (offset basis and prime).
 */
#ifndef KAIRO_PLAN_SAFE_HASH_H
#define KAIRO_PLAN_SAFE_HASH_H

#include "base/str.h"

#include <stdint.h>

#define SAFE_HASH_START UINT64_C(0xcbf29ce484222325)

/* Goes on from `hash`; a text in pieces has the hash of the whole. */
static inline uint64_t safe_hash(uint64_t hash, Str bytes) {
    for (size_t i = 0; i < bytes.len; i++)
        hash = (hash ^ (unsigned char)bytes.at[i]) * UINT64_C(0x100000001b3);
    return hash;
}

#endif
