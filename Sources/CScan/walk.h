/* The kernel, once for each set of instructions: `MATCH` and `WRITE` are its functions, `TARGET` their attribute. Three functions
   look at 64 bytes at once, one bit a byte, the first the lowest: `differs` of two texts under a mask, `strange` in a string that
   is to be plain, `noDigit`. `move` writes words with a number added to each. */
TARGET static void WRITE(const uint64_t *words, const cscan_walk *walk, uint64_t *tape) {
  for (uint32_t step = 0; step < walk->count; step += 1) {
    const cscan_passed *passed = &walk->passed[step];
    if (step > 0) *tape++ = walk->values[step - 1];
    move(words, passed->words, passed->start, tape);
    tape += passed->words;
    words += passed->words;
  }
}

TARGET static int MATCH(cscan_step *steps, const uint8_t *texts, const uint8_t *bytes, uint64_t end,
                       cscan_walk *walk) {
  uint64_t at = walk->at;
  uint32_t next = walk->next;
  cscan_passed *passed = walk->passed + walk->count;
  uint64_t *value = walk->values + walk->count;
  uint32_t elsewhere = 0;
  int stop = CSCAN_MISSED;
  for (;;) {
    cscan_step *step;
    for (;; next = step->other) {
      if (next == 0) return CSCAN_MISSED;
      step = &steps[next];
      const uint8_t *text = texts + step->text;
      const uint8_t *place = bytes + at;
      /* Whole blocks; whatever comes near the end of the input is left to the scanner. */
      uint64_t left = step->length;
      uint64_t room = end - at;
      while (left > 64 && room >= 64 && !differs(place, text, ~(uint64_t)0)) {
        place += 64;
        text += 64;
        left -= 64;
        room -= 64;
      }
      if (left <= 64 && room >= 64 && !differs(place, text, step->mask)) break;
    }
    passed->start = at;
    passed->words = step->words;
    passed += 1;
    at += step->length;
    next = step->next;
    if (step->value == CSCAN_END) {
      stop = CSCAN_MATCHED;
      break;
    }
    const uint64_t start = at;
    if (step->value == CSCAN_STRING) {
      uint64_t found;
      for (;; at += 64) {
        if (at + 64 > end) return CSCAN_MISSED;
        found = strange(bytes + at);
        if (found != 0) break;
      }
      at += first(found, at == start ? &step->guess : &elsewhere);
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
  walk->next = next;
  walk->count = (uint32_t)(passed - walk->passed);
  return stop;
}
