#ifndef RECITE_CSHIPPED_H
#define RECITE_CSHIPPED_H

#include <stddef.h>

/* A file that ships inside the program. */
struct shipped_file {
  const char *path; /* "chinas-rust-belt/pack.md": below Lessons/, the guide as "README.md", or the name of a table */
  const unsigned char *bytes;
  size_t count;
};

/* The lesson files, ordered by path; NULL past the last. */
const struct shipped_file *shipped_lesson(size_t index);

/* What the grader knows of letters, words and places; .tools/make-lexicon.py writes it. */
const struct shipped_file *shipped_lexicon(void);

/* The TextMate grammar of packs, for editors. */
const struct shipped_file *shipped_grammar(void);

#endif
