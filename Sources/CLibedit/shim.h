#ifndef RECITE_CLIBEDIT_SHIM_H
#define RECITE_CLIBEDIT_SHIM_H

#include <stddef.h>
#include <stdio.h>
#include <histedit.h>

/* Swift imports no variadic function, so el_set, el_get and history get one typed wrapper for each
   operation in use. stdin and stdout are mutable globals, which Swift 6 refuses: they stay here. */

typedef char *(*edit_prompt_function)(EditLine *);
typedef unsigned char (*edit_key_function)(EditLine *, int);
typedef int (*edit_read_function)(EditLine *, wchar_t *);

/* Declared here because glibc shows wcwidth and environ only to _XOPEN_SOURCE and _GNU_SOURCE. */
extern int wcwidth(wchar_t);
extern char **environ;

static inline char **edit_environment(void) { return environ; }

static inline EditLine *edit_open(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}
static inline void edit_put(const char *text) { (void)fputs(text, stdout); }
static inline void edit_flush(void) { (void)fflush(stdout); }

static inline int edit_set_owner(EditLine *line, void *owner) {
  return el_set(line, EL_CLIENTDATA, owner);
}
static inline void *edit_owner(EditLine *line) {
  void *owner = NULL;
  return el_get(line, EL_CLIENTDATA, &owner) == -1 ? NULL : owner;
}

/* '\1' opens and closes what the prompt sends without moving the cursor. */
static inline int edit_set_prompt(EditLine *line, edit_prompt_function prompt) {
  return el_set(line, EL_PROMPT_ESC, prompt, '\1');
}
static inline int edit_set_reader(EditLine *line, edit_read_function reader) {
  return el_set(line, EL_GETCFN, reader);
}
static inline int edit_set_mode(EditLine *line, const char *mode) {
  return el_set(line, EL_EDITOR, mode);
}
static inline const char *edit_mode(EditLine *line) {
  const char *mode = NULL;
  return el_get(line, EL_EDITOR, &mode) == -1 ? NULL : mode;
}
/* 0 when the user's ~/.editrc says "edit off". */
static inline int edit_is_on(EditLine *line) {
  int on = 0;
  return el_get(line, EL_EDITMODE, &on) == -1 ? 0 : on;
}
/* Frees without touching the terminal: el_end alone would throw away what was typed ahead. */
static inline void edit_close(EditLine *line) {
  (void)el_set(line, EL_EDITMODE, 0);
  el_end(line);
}
static inline int edit_add_function(
    EditLine *line, const char *name, const char *purpose, edit_key_function function) {
  return el_set(line, EL_ADDFN, name, purpose, function);
}
static inline int edit_bind(EditLine *line, const char *key, const char *function) {
  return el_set(line, EL_BIND, key, function, NULL);
}
/* Binds in the key map of vi's command mode. */
static inline int edit_bind_command(EditLine *line, const char *key, const char *function) {
  return el_set(line, EL_BIND, "-a", key, function, NULL);
}
static inline int edit_refresh(EditLine *line) { return el_set(line, EL_REFRESH); }
static inline int edit_raw(EditLine *line, int on) { return el_set(line, EL_PREP_TERM, on); }
/* Between two lines the terminal neither echoes nor edits, so that typing ahead stays whole. */
static inline int edit_hold(EditLine *line) {
  return el_set(line, EL_SETTY, "-x", "-echo", "-icanon", NULL);
}

static inline int edit_use_history(EditLine *line, History *past) {
  return el_set(line, EL_HIST, history, past);
}
static inline int history_limit(History *past, int entries) {
  HistEvent event;
  return history(past, &event, H_SETSIZE, entries);
}
static inline int history_enter(History *past, const char *text) {
  HistEvent event;
  return history(past, &event, H_ENTER, text);
}
static inline int history_empty(History *past) {
  HistEvent event;
  return history(past, &event, H_CLEAR);
}

#endif
