/* Matches the text of a JSON object against the forms of objects that were checked before, of which the values may differ.

   A form is a way through a graph of steps: a constant text, then a value that is looked over where it lies, then one of the steps
   that may follow, until a text ends the object. A step stands for all places with its text, in objects that begin alike, at which
   the same containers are open behind the same keys, so that objects which differ in one section share the others, and the elements
   of a list share one step.

   This is the part of the scanner that needs instructions which Swift cannot name; Swift does the same without them, and gives
   the same answers (FormWalk.swift, which a test compares with this). Nothing here reads past `end`. */
#ifndef CSCAN_H
#define CSCAN_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* What follows the text of a step. A fork is no step, but tells by one byte which of them may stand at its place. */
enum { CSCAN_END, CSCAN_STRING, CSCAN_SCALAR, CSCAN_KEY, CSCAN_FORK };

/* A key that is data, as an id: objects of one form may differ in it. It is plain, this long, and has a digit among its first 64
   bytes, as no word of the platform has. */
enum { CSCAN_KEY_LENGTH = 8 };

/* Ways out of a fork. */
enum { CSCAN_WAYS = 16 };

/* The way out of a fork by a byte: quotes, commas, brackets and letters go different ways. */
static inline uint32_t cscan_way(uint8_t byte) { return (byte ^ byte >> 4) & (CSCAN_WAYS - 1); }

typedef struct {
  uint64_t mask;   /* the bytes of its text in the last block of 64, one bit each */
  uint32_t text;   /* where its text begins among all texts; of a fork, where its ways begin among all ways */
  uint32_t length; /* of the text, in bytes; of a fork, which byte tells the way */
  uint32_t next;   /* the first of the steps that may follow the value; 0: none */
  uint32_t others; /* the edge to another that may; 0: none */
  uint16_t words;  /* words of the tape for what the text holds */
  uint16_t value;  /* what follows it */
  uint32_t guess;  /* the length of the value that was met last */
} cscan_step;

/* From a place to a step that may stand there. */
typedef struct {
  uint32_t step;
  uint32_t other; /* the edge to another that may; 0: none */
} cscan_edge;

/* The first step and edge are none. 64 bytes behind the texts can be read. */
typedef struct {
  cscan_step *steps;
  uint8_t *texts;
  cscan_edge *edges;
  uint32_t *ways;      /* for each way out of each fork the first edge; 0: none */
  uint32_t *firstWord; /* of each step, where those of its text begin among all words */
  uint64_t *words;     /* each counted from the beginning of its step's text; a container's without how many it has in it */
  uint64_t factor;     /* odd, and nobody's to know */
  uint32_t limit;      /* steps that one object may have */
} cscan_graph;

typedef struct {
  uint64_t start; /* where the step's text begins */
  uint32_t words; /* words of the tape for what the text holds */
  uint32_t step;
} cscan_passed;

/* How far a match has come. */
typedef struct {
  uint64_t at;          /* the next byte to look at */
  uint64_t path;        /* the steps that were passed, mixed into one number */
  uint32_t step;        /* the one that was passed last, or that stands before the first ones */
  uint32_t count;       /* steps that were passed */
  cscan_passed *passed; /* room for as many as one object may have */
  uint64_t *values;     /* the words of the tape of the values behind them */
} cscan_walk;

/* How a walk stopped: no form fits; one does; the object has more steps than one may have; or the string, number or literal behind
   the last text passed, whose word in `values` is where it begins, must be looked at more closely: it has an escape, bytes beyond
   ASCII, a sign, a fraction, or is none. `at` is the first byte that is strange. */
enum { CSCAN_MISSED, CSCAN_MATCHED, CSCAN_TOO_LONG, CSCAN_STRANGE_STRING, CSCAN_STRANGE_SCALAR };

/* Walks on from where the walk has come to.
   bytes, end: the input, from where the tape counts. */
typedef int (*cscan_match)(const cscan_graph *graph, const uint8_t *bytes, uint64_t end, cscan_walk *walk);

/* A container of a matched object: its place on the tape, and its words. */
typedef struct {
  uint32_t index;
  uint32_t words;
} cscan_container;

/* What the steps of a matched object say only together. */
typedef struct {
  const cscan_container *containers;
  uint64_t count;  /* of them */
  uint64_t object; /* the bits of the object's own word that tell its form */
} cscan_outline;

/* Writes the tape of a matched object, behind whose last text no value stands. */
typedef void (*cscan_write)(const cscan_graph *graph, const cscan_walk *walk, const cscan_outline *outline,
                            uint64_t *tape);

typedef struct {
  cscan_match match;
  cscan_write write;
} cscan_kernel;

/* The kernel for a set of instructions; of NULLs where the processor, or this build, has it not. */
enum { CSCAN_SSE2, CSCAN_AVX2, CSCAN_AVX512 };
cscan_kernel cscan_find_kernel(int instructions);

#if defined(__SSE2__)
/* The eight bytes that sixteen lower-case hexadecimal digits write, in their order; `valid` is cleared where one is none. */
static inline uint64_t cscan_hexadecimal(__m128i digits, int *valid) {
  const __m128i number = _mm_sub_epi8(digits, _mm_set1_epi8('0'));
  const __m128i letter = _mm_sub_epi8(digits, _mm_set1_epi8('a'));
  const __m128i isNumber = _mm_cmpeq_epi8(_mm_min_epu8(number, _mm_set1_epi8(9)), number);
  const __m128i isLetter = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(5)), letter);
  *valid &= _mm_movemask_epi8(_mm_or_si128(isNumber, isLetter)) == 0xFFFF;
  const __m128i value = _mm_or_si128(_mm_and_si128(isNumber, number),
                                     _mm_and_si128(isLetter, _mm_add_epi8(letter, _mm_set1_epi8(10))));
  /* Of each pair the first digit is the higher half. */
  const __m128i pairs = _mm_and_si128(_mm_or_si128(_mm_slli_epi16(value, 4), _mm_srli_epi16(value, 8)),
                                      _mm_set1_epi16(0xFF));
  return (uint64_t)_mm_cvtsi128_si64(_mm_packus_epi16(pairs, pairs));
}
#endif

/* The two halves of a UUID in lower case; 0 where the 36 bytes are none, and on processors for which this was not written. */
static inline int cscan_uuid(const uint8_t *text, uint64_t *high, uint64_t *low) {
#if defined(__SSE2__)
  uint64_t first, last;
  uint32_t second, third, fourth, fifth;
  if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return 0;
  memcpy(&first, text, 8);
  memcpy(&second, text + 9, 4);
  memcpy(&third, text + 14, 4);
  memcpy(&fourth, text + 19, 4);
  memcpy(&fifth, text + 24, 4);
  memcpy(&last, text + 28, 8);
  int valid = 1;
  const uint64_t front = second | (uint64_t)third << 32, back = fourth | (uint64_t)fifth << 32;
  *high = __builtin_bswap64(cscan_hexadecimal(_mm_set_epi64x((int64_t)front, (int64_t)first), &valid));
  *low = __builtin_bswap64(cscan_hexadecimal(_mm_set_epi64x((int64_t)last, (int64_t)back), &valid));
  return valid;
#else
  (void)text, (void)high, (void)low;
  return 0;
#endif
}

#endif
