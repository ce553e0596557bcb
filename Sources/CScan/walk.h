/* The kernel, once for each set of instructions: `MATCH` and `WRITE` are its functions, `TARGET` their attribute. Three functions
   look at 64 bytes at once, one bit a byte, the first the lowest: `differs` of two texts under a mask, `strange` in a string that
   is to be plain, `noDigit`. `move` writes words with a number added to each. */
TARGET static void WRITE(const cscan_graph *graph, const cscan_walk *walk, const cscan_outline *outline,
                         uint64_t *tape) {
  uint64_t *next = tape;
  for (uint32_t step = 0; step < walk->count; step += 1) {
    const cscan_passed *passed = &walk->passed[step];
    if (step > 0) *next++ = walk->values[step - 1];
    move(graph->words + graph->firstWord[passed->step], passed->words, passed->start, next);
    next += passed->words;
  }
  for (uint64_t place = 0; place < outline->count; place += 1)
    tape[outline->containers[place].index] |= (uint64_t)outline->containers[place].words << 32;
  tape[0] |= outline->object;
}

/* Whether a step's text stands at a place. Whole blocks are looked at; whatever comes near the end of the input is left to the scanner. */
TARGET static inline __attribute__((always_inline)) int HOLDS(const cscan_step *step, const uint8_t *texts,
                                                              const uint8_t *bytes, uint64_t at, uint64_t end) {
  const uint8_t *text = texts + step->text, *place = bytes + at;
  uint64_t left = step->length, room = end - at;
  while (left > 64 && room >= 64 && !differs(place, text, ~(uint64_t)0)) {
    place += 64;
    text += 64;
    left -= 64;
    room -= 64;
  }
  return left <= 64 && room >= 64 && !differs(place, text, step->mask);
}

/* Which of the steps behind an edge stands at a place; 0 where none does. */
TARGET static inline __attribute__((always_inline)) uint32_t OTHER(const cscan_graph *graph, cscan_edge edge,
                                                                   const uint8_t *bytes, uint64_t at, uint64_t end) {
  while (edge.step != 0) {
    const cscan_step *step = &graph->steps[edge.step];
    if (step->value == CSCAN_FORK) {
      if (step->length >= end - at) return 0;
      edge = graph->edges[graph->ways[step->text + cscan_way(bytes[at + step->length])]];
    } else if (HOLDS(step, graph->texts, bytes, at, end)) {
      return edge.step;
    } else {
      edge = graph->edges[edge.other];
    }
  }
  return 0;
}

TARGET static int MATCH(const cscan_graph *graph, const uint8_t *bytes, uint64_t end, cscan_walk *walk) {
  cscan_step *const steps = graph->steps;
  const uint8_t *const texts = graph->texts;
  const uint64_t factor = graph->factor;
  uint64_t at = walk->at, path = walk->path;
  uint32_t last = walk->step;
  cscan_passed *passed = walk->passed + walk->count;
  const cscan_passed *const full = walk->passed + graph->limit;
  uint64_t *value = walk->values + walk->count;
  uint32_t elsewhere = 0;
  int stop = CSCAN_MISSED;
  for (;;) {
    uint32_t next = steps[last].next;
    cscan_step *step = &steps[next];
    /* None is a fork too. */
    const int isFork = step->value == CSCAN_FORK;
    if (__builtin_expect(isFork || !HOLDS(step, texts, bytes, at, end), 0)) {
      const cscan_edge first = {next, 0};
      next = OTHER(graph, isFork ? first : graph->edges[steps[last].others], bytes, at, end);
      if (next == 0) return CSCAN_MISSED;
      step = &steps[next];
    }
    if (passed == full) return CSCAN_TOO_LONG;
    passed->start = at;
    passed->words = step->words;
    passed->step = next;
    passed += 1;
    at += step->length;
    path = ((path << 29 | path >> 35) ^ next) * factor;
    last = next;
    if (step->value == CSCAN_END) {
      stop = CSCAN_MATCHED;
      break;
    }
    const uint64_t start = at;
    if (step->value != CSCAN_SCALAR) {
      uint64_t found;
      for (;; at += 64) {
        if (at + 64 > end) return CSCAN_MISSED;
        found = strange(bytes + at);
        if (found != 0) break;
      }
      at += first(found, at == start ? &step->guess : &elsewhere);
      if (step->value == CSCAN_KEY) {
        const uint64_t length = at - start, looked = length < 64 ? ((uint64_t)1 << length) - 1 : ~(uint64_t)0;
        if (bytes[at] != '"' || length < CSCAN_KEY_LENGTH || (~noDigit(bytes + start) & looked) == 0) return CSCAN_MISSED;
      }
      if (bytes[at] != '"') {
        *value = start;
        stop = CSCAN_STRANGE_STRING;
        break;
      }
      /* Offsets count from the opening quote, which ends the text. */
      *value = (start - 1) | (at - start) << 32;
    } else {
      if (at + 64 > end) return CSCAN_MISSED;
      const uint64_t found = noDigit(bytes + at);
      uint64_t digits = found == 0 ? 64 : first(found, &step->guess);
      if (digits == 0) digits = literal(bytes + at);
      const uint8_t after = bytes[at + (digits & 63)];
      if (digits == 0 || digits == 64 || (digits > 1 && bytes[at] == '0') || after == '.' || (after | 0x20) == 'e') {
        *value = start;
        stop = CSCAN_STRANGE_SCALAR;
        break;
      }
      *value = at | digits << 32;
      at += digits;
    }
    value += 1;
  }
  walk->at = at;
  walk->path = path;
  walk->step = last;
  walk->count = (uint32_t)(passed - walk->passed);
  return stop;
}
