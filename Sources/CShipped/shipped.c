/* What ships inside the program: the lessons, and the tables that grading needs. */
#include "CShipped.h"

#include "lessons.inc"

static const unsigned char lexicon_bytes[] = {
#embed "lexicon.bin"
};

static const struct shipped_file lexicon = {"lexicon.bin", lexicon_bytes, sizeof lexicon_bytes};

const struct shipped_file *shipped_lexicon(void) { return &lexicon; }

static const unsigned char grammar_bytes[] = {
#embed "Editor/recite.tmLanguage.json"
};

static const struct shipped_file grammar = {
    "recite.tmLanguage.json", grammar_bytes, sizeof grammar_bytes};

const struct shipped_file *shipped_grammar(void) { return &grammar; }

const struct shipped_file *shipped_lesson(size_t index) {
  return index < sizeof lessons / sizeof lessons[0] ? &lessons[index] : NULL;
}
