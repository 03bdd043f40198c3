/* What ships inside the program. A test keeps this list equal to the folder Lessons/. */
#include "CShipped.h"

#define LESSON(name) static const unsigned char name[]

LESSON(rust_belt_01) = {
#embed "../../Lessons/chinas-rust-belt/01-first-look.md"
};
LESSON(rust_belt_02) = {
#embed "../../Lessons/chinas-rust-belt/02-on-the-map.md"
};
LESSON(rust_belt_03) = {
#embed "../../Lessons/chinas-rust-belt/03-how-it-rose.md"
};
LESSON(rust_belt_04) = {
#embed "../../Lessons/chinas-rust-belt/04-why-it-fell.md"
};
LESSON(rust_belt_05) = {
#embed "../../Lessons/chinas-rust-belt/05-why-it-matters.md"
};
LESSON(rust_belt_06) = {
#embed "../../Lessons/chinas-rust-belt/06-what-is-being-done.md"
};
LESSON(rust_belt_map) = {
#embed "../../Lessons/chinas-rust-belt/dongbei.geojson"
};
LESSON(rust_belt_pack) = {
#embed "../../Lessons/chinas-rust-belt/pack.md"
};
LESSON(dongbei_01) = {
#embed "../../Lessons/dongbei-in-transition/01-two-rust-belts.md"
};
LESSON(dongbei_02) = {
#embed "../../Lessons/dongbei-in-transition/02-the-powerhouse.md"
};
LESSON(dongbei_03) = {
#embed "../../Lessons/dongbei-in-transition/03-left-behind.md"
};
LESSON(dongbei_04) = {
#embed "../../Lessons/dongbei-in-transition/04-little-relief.md"
};
LESSON(dongbei_05) = {
#embed "../../Lessons/dongbei-in-transition/05-the-dilemma.md"
};
LESSON(dongbei_map) = {
#embed "../../Lessons/dongbei-in-transition/dongbei.geojson"
};
LESSON(dongbei_pack) = {
#embed "../../Lessons/dongbei-in-transition/pack.md"
};
LESSON(accounts_01) = {
#embed "../../Lessons/two-accounts/01-common-ground.md"
};
LESSON(accounts_02) = {
#embed "../../Lessons/two-accounts/02-where-they-differ.md"
};
LESSON(accounts_03) = {
#embed "../../Lessons/two-accounts/03-what-would-decide.md"
};
LESSON(accounts_map) = {
#embed "../../Lessons/two-accounts/dongbei.geojson"
};
LESSON(accounts_pack) = {
#embed "../../Lessons/two-accounts/pack.md"
};

#define FILE(path, name) {path, name, sizeof name}

static const struct shipped_file lessons[] = {
    FILE("chinas-rust-belt/01-first-look.md", rust_belt_01),
    FILE("chinas-rust-belt/02-on-the-map.md", rust_belt_02),
    FILE("chinas-rust-belt/03-how-it-rose.md", rust_belt_03),
    FILE("chinas-rust-belt/04-why-it-fell.md", rust_belt_04),
    FILE("chinas-rust-belt/05-why-it-matters.md", rust_belt_05),
    FILE("chinas-rust-belt/06-what-is-being-done.md", rust_belt_06),
    FILE("chinas-rust-belt/dongbei.geojson", rust_belt_map),
    FILE("chinas-rust-belt/pack.md", rust_belt_pack),
    FILE("dongbei-in-transition/01-two-rust-belts.md", dongbei_01),
    FILE("dongbei-in-transition/02-the-powerhouse.md", dongbei_02),
    FILE("dongbei-in-transition/03-left-behind.md", dongbei_03),
    FILE("dongbei-in-transition/04-little-relief.md", dongbei_04),
    FILE("dongbei-in-transition/05-the-dilemma.md", dongbei_05),
    FILE("dongbei-in-transition/dongbei.geojson", dongbei_map),
    FILE("dongbei-in-transition/pack.md", dongbei_pack),
    FILE("two-accounts/01-common-ground.md", accounts_01),
    FILE("two-accounts/02-where-they-differ.md", accounts_02),
    FILE("two-accounts/03-what-would-decide.md", accounts_03),
    FILE("two-accounts/dongbei.geojson", accounts_map),
    FILE("two-accounts/pack.md", accounts_pack),
};

static const unsigned char lexicon_bytes[] = {
#embed "lexicon.bin"
};

static const struct shipped_file lexicon = {"lexicon.bin", lexicon_bytes, sizeof lexicon_bytes};

const struct shipped_file *shipped_lexicon(void) { return &lexicon; }

const struct shipped_file *shipped_lesson(size_t index) {
  return index < sizeof lessons / sizeof lessons[0] ? &lessons[index] : NULL;
}
