/// The grammar of packs, for `recite help grammar` and for whoever writes another reader.
package enum PackGrammar {
  /// The grammar in EBNF with the rules that no grammar can say, in lines of at most 78 columns.
  package static let text = #"""
    A pack is a folder of Markdown files, or one file. 'pack.md' comes first, the
    others in the order of their names; 'README.md' and the files of inner
    folders are no lessons.

    Notation: "…" is literal, […] may be absent, {…} may repeat, | chooses.
    A line ends with LF, CRLF or CR; white space at its end means nothing.

    Files
      file       = [header] {block} {lesson}
      header     = "---" NL {entry | "#" text NL | NL} "---" NL
      entry      = key ":" text NL
      key        = "pack" | "title" | "author" | "license" | "language" | "topics"
                 | "source" ID | "file" ID | "paragraphs" ID | "map" | "credit"
                 | "pass" | "allow" | "synonym" | "reading-level"   (in pack.md)
                 | "title" | "topic" | "requires"                 (in any lesson)
      lesson     = "# " title NL {block} {item} {section}
      section    = "## " title NL {block} {item}

    Reading
      block      = paragraph | list | quotation | table | fence | comment
                 | "####" text NL | "---" NL
      paragraph  = text NL {text NL}                    up to a blank line or block
      list       = bullet {bullet} | step {step}
      quotation  = ">" text NL {">" text NL}
      table      = row rule {row}
      row        = "|" cell {"|" cell} "|" NL
      rule       = "|" dashes {"|" dashes} "|" NL
      fence      = marks [word] NL {line} marks NL             ``` or ~~~, 3 or more
      comment    = "<!--" anything "-->"

    Items
      item       = "### " text [attributes] NL {block} [answer] {field}
      attributes = "{" ("#" ID | "." ID) {" " ("#" ID | "." ID)} "}"
      answer     = option option {option}                          choice, selection
                 | bullet bullet {bullet}                                       list
                 | step step {step}                                         ordering
                 | table                           two columns              matching
                 | "Answer:" ("true" | "false")                           true-false
                 | "Answer:" number {"|" value}                               number
                 | "Answer:" value {"|" value}                                  text
                 | "Map:" [ "pick" | "borders" | "each" ] ID                     map
                 | "Chain:" values arrow values {arrow values}                 chain
                 | "Points:" NL point {point}                                   open
      an item whose stem has gaps needs no other answer                        cloze
      gap        = "{{" values "}}"
      option     = (dash | mark) " [" (" " | "x" | "X") "] " text {feedback}
      feedback   = ">" text NL
      bullet     = dash " " values NL
      step       = mark " " values NL
      point      = dash " " ["(" 1-9 ")" " "] groups NL {"Not:" groups NL}
      groups     = values {" + " values}
      values     = value {"|" value}
      value      = text | quotation marks round a text | code span
      dash       = "-" | "*" | "+" | "–" | "—" | "•"
      mark       = digits ("." | ")")
      arrow      = "→" | "⟶" | "⇒" | "->" | "-->" | "=>" | "==>"

    Fields, each at the start of a line, in any order after the answer
      field      = name ":" text NL {text NL} {feedback}
      name       = "Hint" | "Why" | "Model" | "Source" | "Quote" | "See"
                 | "Reject" | "Must not contain" | "Need" | "Kind" | "Unit" | "Spelling"
                 | "Case" | "Accents" | "Order" | "Requires" | "Apart" | "Shuffle"
      Names ignore case and may be bold; a space may stand before the colon.

    Numbers
      number     = amount [unit] | amount ".." amount [unit]
                 | amount [unit] "±" amount [unit | "%"]
      amount     = ["-"] digits with groups of three ["." digits] [exponent]
      exponent   = "e" integer | "×10^" integer
      unit       = a known unit | [scale] [one lower-case word]
      Where the pack's language writes decimals with a comma, comma and point
      change places. A tolerance in % is a share, or points if the answer is in %.

    Marks in a text
      *emphasis*  **strong**  `code`  [text](target)  ![text](target)  <https://…>
      Inside a word * and _ are plain. A backslash before ASCII punctuation makes
      it plain. In a code span or fence nothing has a meaning. A bar separates
      alternatives in answers, and cells in tables; elsewhere it is plain.

    Which list is the answer
      Boxes, an 'Answer:', 'Map:', 'Chain:' or 'Points:' line, or gaps: the first
      of them is the answer, a second is an error, and lists and tables before it
      belong to the question. Without any the last list or table is the answer.

    Ids
      Letters, digits and hyphens of any script. Without '{#ID}' an item's id is
      made of its heading: in Unicode's composed form and lower case, without
      gaps, emphasis and a leading number, all else as hyphens, cut at a word to
      40 characters.

    """#
}
