/* The kernel, once for each set of instructions: `MATCH` and `WRITE` are its functions, `TARGET` their attribute. Three functions
   look at 64 bytes at once, one bit a byte, the first the lowest: `different` of two texts, `strange` in a string that is to be
   plain, `noDigit`. `move` writes words with a number added to each. */
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
  uint32_t count = walk->count;
  uint32_t elsewhere = 0;
  for (;;) {
    cscan_step *step;
    uint64_t length;
    for (;; next = step->other) {
      if (next == 0) return CSCAN_MISSED;
      step = &steps[next];
      length = step->length;
      const uint8_t *text = texts + step->text;
      uint64_t done = 0;
      /* Whole blocks; whatever comes near the end of the input is left to the scanner. */
      while (length - done > 64 && at + done + 64 <= end && different(bytes + at + done, text + done) == 0) done += 64;
      if (length - done > 64 || at + done + 64 > end) continue;
      const uint64_t beyond = length - done == 64 ? 0 : ~(uint64_t)0 << (length - done);
      if ((different(bytes + at + done, text + done) & ~beyond) == 0) break;
    }
    uint64_t *value = &walk->values[count];
    cscan_passed *passed = &walk->passed[count++];
    passed->start = at;
    passed->words = step->words;
    at += length;
    if (step->value == CSCAN_END) {
      walk->at = at;
      walk->next = step->form;
      walk->count = count;
      return CSCAN_MATCHED;
    }
    next = step->next;
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
        walk->at = at;
        walk->next = next;
        walk->count = count;
        return CSCAN_STRANGE_STRING;
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
        walk->at = at;
        walk->next = next;
        walk->count = count;
        return CSCAN_STRANGE_SCALAR;
      }
      *value = at | digits << 32;
      at += digits;
    }
  }
}
