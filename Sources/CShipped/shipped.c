/* What ships inside the program. A test keeps this list equal to the folder Lessons/. */
#include "CShipped.h"

#define LESSON(name) static const unsigned char name[]

LESSON(rust_belt_01) = {
#embed "../../Lessons/chinas-rust-belt/01-first-look.md"
};
LESSON(rust_belt_map) = {
#embed "../../Lessons/chinas-rust-belt/dongbei.geojson"
};
LESSON(rust_belt_pack) = {
#embed "../../Lessons/chinas-rust-belt/pack.md"
};

#define FILE(path, name) {path, name, sizeof name}

static const struct shipped_file lessons[] = {
    FILE("chinas-rust-belt/01-first-look.md", rust_belt_01),
    FILE("chinas-rust-belt/dongbei.geojson", rust_belt_map),
    FILE("chinas-rust-belt/pack.md", rust_belt_pack),
};

const struct shipped_file *shipped_lesson(size_t index) {
  return index < sizeof lessons / sizeof lessons[0] ? &lessons[index] : NULL;
}
