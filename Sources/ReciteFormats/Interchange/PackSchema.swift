/// The JSON Schema of what `recite export PACK --to json` writes.
package enum PackSchema {
  /// A schema of the draft 2020-12, as text.
  package static let text = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Recite lesson pack",
      "description": "A pack as 'recite export PACK --to json' writes it. Texts are Markdown.",
      "type": "object",
      "required": ["pack", "title", "language", "topics", "sources", "credits", "synonyms",
        "introduction", "lessons", "items"],
      "additionalProperties": false,
      "properties": {
        "pack": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "title": {"type": "string"},
        "author": {"type": "string"},
        "license": {"type": "string"},
        "language": {"type": "string"},
        "topics": {"$ref": "#/$defs/strings"},
        "sources": {"type": "array", "items": {
          "type": "object",
          "required": ["id", "title"],
          "additionalProperties": false,
          "properties": {
            "id": {"type": "string"},
            "title": {"type": "string"},
            "file": {"type": "string"},
            "paragraphs": {"type": "integer", "minimum": 1}
          }
        }},
        "map": {"type": "string"},
        "credits": {"$ref": "#/$defs/strings"},
        "pass": {"type": "number", "minimum": 0, "maximum": 1},
        "synonyms": {"type": "array", "items": {"$ref": "#/$defs/strings"}},
        "introduction": {"type": "string"},
        "lessons": {"type": "array", "items": {
          "type": "object",
          "required": ["title", "requires", "sections"],
          "additionalProperties": false,
          "properties": {
            "title": {"type": "string"},
            "topic": {"type": "string"},
            "requires": {"$ref": "#/$defs/strings"},
            "sections": {"type": "array", "items": {
              "type": "object",
              "required": ["reading", "items"],
              "additionalProperties": false,
              "properties": {
                "title": {"type": "string"},
                "reading": {"type": "string"},
                "items": {"$ref": "#/$defs/strings"}
              }
            }}
          }
        }},
        "items": {"type": "array", "items": {"$ref": "#/$defs/item"}}
      },
      "$defs": {
        "strings": {"type": "array", "items": {"type": "string"}},
        "span": {"type": "array", "items": {"type": "integer", "minimum": 1},
          "minItems": 2, "maxItems": 2},
        "accepted": {"description": "The key, then other ways to write it.",
          "type": "array", "items": {"type": "string"}, "minItems": 1},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/accepted"}, "minItems": 1},
        "requirements": {"description": "Groups that must all be met, each by one of its phrases.",
          "type": "array", "items": {"type": "array", "items": {"$ref": "#/$defs/accepted"}}},
        "item": {
          "type": "object",
          "required": ["id", "kind", "tags", "stem", "hints", "explanation", "sources", "quotes",
            "see", "marking", "requires", "apart", "shuffle"],
          "additionalProperties": false,
          "properties": {
            "id": {"type": "string"},
            "kind": {"enum": ["choice", "selection", "true-false", "text", "number", "list",
              "ordering", "matching", "cloze", "map", "chain", "open"]},
            "topic": {"type": "string"},
            "tags": {"$ref": "#/$defs/strings"},
            "stem": {"type": "string"},
            "options": {"type": "array", "minItems": 2, "items": {
              "type": "object",
              "required": ["text", "right"],
              "additionalProperties": false,
              "properties": {
                "text": {"type": "string"},
                "right": {"type": "boolean"},
                "feedback": {"type": "string"}
              }
            }},
            "answer": {"type": "boolean"},
            "accepted": {"$ref": "#/$defs/accepted"},
            "number": {
              "type": "object",
              "required": ["unit"],
              "additionalProperties": false,
              "properties": {
                "value": {"type": "number"},
                "tolerance": {"type": "number", "minimum": 0},
                "from": {"type": "number"},
                "to": {"type": "number"},
                "unit": {"type": "string"}
              }
            },
            "parts": {"$ref": "#/$defs/parts"},
            "need": {"type": "integer", "minimum": 1},
            "captions": {"$ref": "#/$defs/strings"},
            "pairs": {"type": "array", "minItems": 2, "items": {
              "type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}},
            "distractors": {"$ref": "#/$defs/strings"},
            "gaps": {"$ref": "#/$defs/parts"},
            "any_order": {"type": "boolean"},
            "map": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "name": {"type": "string"},
                "pick": {"type": "string"},
                "borders": {"type": "string"},
                "each": {"type": "string"}
              }
            },
            "points": {"type": "array", "minItems": 1, "items": {
              "type": "object",
              "required": ["weight", "any", "not"],
              "additionalProperties": false,
              "properties": {
                "weight": {"type": "integer", "minimum": 1, "maximum": 9},
                "any": {"$ref": "#/$defs/requirements"},
                "not": {"$ref": "#/$defs/requirements"}
              }
            }},
            "model": {"$ref": "#/$defs/strings"},
            "hints": {"$ref": "#/$defs/strings"},
            "explanation": {"$ref": "#/$defs/strings"},
            "sources": {"type": "array", "items": {
              "type": "object",
              "required": ["source"],
              "additionalProperties": false,
              "properties": {
                "source": {"type": "string"},
                "paragraphs": {"$ref": "#/$defs/span"},
                "pages": {"$ref": "#/$defs/span"}
              }
            }},
            "quotes": {"$ref": "#/$defs/strings"},
            "see": {"$ref": "#/$defs/strings"},
            "marking": {
              "type": "object",
              "required": ["spelling", "case_matters", "accents_matter", "unit_required", "reject",
                "must_not_contain"],
              "additionalProperties": false,
              "properties": {
                "spelling": {"enum": ["tolerant", "exact", "off"]},
                "case_matters": {"type": "boolean"},
                "accents_matter": {"type": "boolean"},
                "unit_required": {"type": "boolean"},
                "reject": {"type": "array", "items": {
                  "type": "object",
                  "required": ["answers"],
                  "additionalProperties": false,
                  "properties": {
                    "answers": {"$ref": "#/$defs/accepted"},
                    "feedback": {"type": "string"}
                  }
                }},
                "must_not_contain": {"$ref": "#/$defs/strings"}
              }
            },
            "requires": {"$ref": "#/$defs/strings"},
            "apart": {"$ref": "#/$defs/strings"},
            "shuffle": {"type": "boolean"}
          }
        }
      }
    }

    """
}
