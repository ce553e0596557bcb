#include "CScan.h"

#include <stddef.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

/* The place of the lowest bit. Most values are as long as the one before: where the guess is right, the processor goes on with it
   before it has seen the bytes, which is what the time of a match depends on. */
static inline __attribute__((always_inline)) uint64_t first(uint64_t bits, uint32_t *guess) {
  const uint64_t guessed = *guess;
  if ((bits & -bits) >> guessed == 1) {
    __asm__ volatile("");
    return guessed;
  }
  const uint64_t place = (uint64_t)__builtin_ctzll(bits);
  *guess = (uint32_t)place;
  return place;
}

/* The length of true, false or null; 0 where none of them stands there. */
static inline __attribute__((always_inline)) uint64_t literal(const uint8_t *bytes) {
  if (memcmp(bytes, "true", 4) == 0 || memcmp(bytes, "null", 4) == 0) return 4;
  return memcmp(bytes, "false", 5) == 0 ? 5 : 0;
}

/* A control or a byte beyond ASCII is, as a signed number, less than a space. */

#define WITH_AVX512 __attribute__((target("avx512f,avx512bw,bmi")))
#define TARGET WITH_AVX512
#define MATCH matchWithAVX512
#define WRITE writeWithAVX512
#define HOLDS holdsWithAVX512
#define OTHER otherWithAVX512
#define move move512
#define differs differs512
#define strange strange512
#define noDigit noDigit512
TARGET static inline void move(const uint64_t *words, uint64_t count, uint64_t added, uint64_t *target) {
  for (uint64_t done = 0; done < count; done += 8) {
    const __mmask8 left = count - done >= 8 ? 0xFF : (__mmask8)((1u << (count - done)) - 1);
    const __m512i moved = _mm512_add_epi64(_mm512_maskz_loadu_epi64(left, words + done), _mm512_set1_epi64((int64_t)added));
    _mm512_mask_storeu_epi64(target + done, left, moved);
  }
}
TARGET static inline int differs(const uint8_t *left, const uint8_t *right, uint64_t mask) {
  return _mm512_mask_cmpneq_epu8_mask(mask, _mm512_loadu_si512(left), _mm512_loadu_si512(right)) != 0;
}
TARGET static inline uint64_t strange(const uint8_t *bytes) {
  const __m512i block = _mm512_loadu_si512(bytes);
  return _mm512_cmpeq_epu8_mask(block, _mm512_set1_epi8('"')) | _mm512_cmpeq_epu8_mask(block, _mm512_set1_epi8('\\')) |
         _mm512_cmplt_epi8_mask(block, _mm512_set1_epi8(' '));
}
TARGET static inline uint64_t noDigit(const uint8_t *bytes) {
  const __m512i digit = _mm512_sub_epi8(_mm512_loadu_si512(bytes), _mm512_set1_epi8('0'));
  return _mm512_cmpgt_epu8_mask(digit, _mm512_set1_epi8(9));
}
#include "walk.h"
#undef TARGET
#undef MATCH
#undef WRITE
#undef HOLDS
#undef OTHER
#undef move
#undef differs
#undef strange
#undef noDigit

#define WITH_AVX2 __attribute__((target("avx2,bmi")))
#define TARGET WITH_AVX2
#define MATCH matchWithAVX2
#define WRITE writeWithAVX2
#define HOLDS holdsWithAVX2
#define OTHER otherWithAVX2
#define move move256
#define differs differs256
#define strange strange256
#define noDigit noDigit256
TARGET static inline void move(const uint64_t *words, uint64_t count, uint64_t added, uint64_t *target) {
  for (uint64_t done = 0; done < count; done += 1) target[done] = words[done] + added;
}
TARGET static inline uint64_t join256(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}
TARGET static inline __m256i load256(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }
TARGET static inline int differs(const uint8_t *left, const uint8_t *right, uint64_t mask) {
  const uint64_t equal = join256(_mm256_cmpeq_epi8(load256(left), load256(right)),
                                 _mm256_cmpeq_epi8(load256(left + 32), load256(right + 32)));
  return (~equal & mask) != 0;
}
TARGET static inline __m256i strangeBytes256(__m256i block) {
  const __m256i quote = _mm256_cmpeq_epi8(block, _mm256_set1_epi8('"'));
  const __m256i backslash = _mm256_cmpeq_epi8(block, _mm256_set1_epi8('\\'));
  return _mm256_or_si256(_mm256_or_si256(quote, backslash), _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), block));
}
TARGET static inline uint64_t strange(const uint8_t *bytes) {
  return join256(strangeBytes256(load256(bytes)), strangeBytes256(load256(bytes + 32)));
}
TARGET static inline __m256i noDigits256(__m256i block) {
  return _mm256_or_si256(_mm256_cmpgt_epi8(_mm256_set1_epi8('0'), block),
                         _mm256_cmpgt_epi8(block, _mm256_set1_epi8('9')));
}
TARGET static inline uint64_t noDigit(const uint8_t *bytes) {
  return join256(noDigits256(load256(bytes)), noDigits256(load256(bytes + 32)));
}
#include "walk.h"
#undef TARGET
#undef MATCH
#undef WRITE
#undef HOLDS
#undef OTHER
#undef move
#undef differs
#undef strange
#undef noDigit

/* Every x86-64 processor has these. */
#define TARGET
#define MATCH matchWithSSE2
#define WRITE writeWithSSE2
#define HOLDS holdsWithSSE2
#define OTHER otherWithSSE2
#define move move128
#define differs differs128
#define strange strange128
#define noDigit noDigit128
static inline void move(const uint64_t *words, uint64_t count, uint64_t added, uint64_t *target) {
  for (uint64_t done = 0; done < count; done += 1) target[done] = words[done] + added;
}
static inline __m128i load128(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }
static inline int differs(const uint8_t *left, const uint8_t *right, uint64_t mask) {
  uint64_t equal = 0;
  for (int part = 0; part < 64; part += 16)
    equal |= (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(load128(left + part), load128(right + part))) << part;
  return (~equal & mask) != 0;
}
static inline uint64_t strange(const uint8_t *bytes) {
  uint64_t found = 0;
  for (int part = 0; part < 64; part += 16) {
    const __m128i block = load128(bytes + part);
    const __m128i quote = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    const __m128i backslash = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
    const __m128i all = _mm_or_si128(_mm_or_si128(quote, backslash), _mm_cmplt_epi8(block, _mm_set1_epi8(' ')));
    found |= (uint64_t)_mm_movemask_epi8(all) << part;
  }
  return found;
}
static inline uint64_t noDigit(const uint8_t *bytes) {
  uint64_t found = 0;
  for (int part = 0; part < 64; part += 16) {
    const __m128i block = load128(bytes + part);
    const __m128i all =
        _mm_or_si128(_mm_cmplt_epi8(block, _mm_set1_epi8('0')), _mm_cmpgt_epi8(block, _mm_set1_epi8('9')));
    found |= (uint64_t)_mm_movemask_epi8(all) << part;
  }
  return found;
}
#include "walk.h"

cscan_kernel cscan_find_kernel(int instructions) {
  const cscan_kernel none = {NULL, NULL}, avx512 = {matchWithAVX512, writeWithAVX512},
                     avx2 = {matchWithAVX2, writeWithAVX2}, sse2 = {matchWithSSE2, writeWithSSE2};
  __builtin_cpu_init();
  switch (instructions) {
  case CSCAN_AVX512:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi")
               ? avx512
               : none;
  case CSCAN_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") ? avx2 : none;
  case CSCAN_SSE2: return sse2;
  default: return none;
  }
}

#else

cscan_kernel cscan_find_kernel(int instructions) {
  (void)instructions;
  const cscan_kernel none = {NULL, NULL};
  return none;
}

#endif
