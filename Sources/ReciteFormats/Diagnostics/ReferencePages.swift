extension ExplanationPage {
  /// Pages on references that lead nowhere.
  static let referencePages: [ExplanationPage] = [
    ExplanationPage(
      .unknownSource, "there is no such source",
      "Every source has a line in the pack's header, 'source ID: Title', and items name it by that id.",
      .pack(
        "---\nsource mapping: Mapping the region\n---\n\n# Cities\n\n### Which?\n\nAnswer: Harbin\n\nSource: maping ¶1\n"
      ),
      .pack(
        "---\nsource mapping: Mapping the region\n---\n\n# Cities\n\n### Which?\n\nAnswer: Harbin\n\nSource: mapping ¶1\n"
      )),
    ExplanationPage(
      .noSuchParagraph, "the source has fewer paragraphs",
      """
      Paragraphs are counted from 1, the title included. How many there are is known where the pack
      includes the document ('file ID: …') or says so ('paragraphs ID: 9').
      """, wrong: "### Which city is it?\n\nAnswer: Harbin\n\nSource: map ¶12",
      right: "### Which city is it?\n\nAnswer: Harbin\n\nSource: map ¶9"),
    ExplanationPage(
      .quoteNotFound, "a quotation is not where it should be",
      """
      A quotation proves an answer only if it can be found: word for word in the place of the source that
      the item names, or in the lesson's reading. Spaces and the shape of quotation marks do not count.
      """,
      .pack(
        "# Cities\n\nHarbin lies on the Songhua.\n\n### Which river?\n\nAnswer: Songhua\n\nQuote: \"lies at the Songhua\"\n"
      ),
      .pack(
        "# Cities\n\nHarbin lies on the Songhua.\n\n### Which river?\n\nAnswer: Songhua\n\nQuote: \"lies on the Songhua\"\n"
      )),
    ExplanationPage(
      .passageNotFound, "a passage is not in the reading",
      """
      'See:' leads a learner who missed the item to the passage that teaches it, so it must be in this
      lesson's reading. Lists, tables, quotations and code blocks count as one paragraph each.
      """,
      .pack(
        "# Cities\n\nHarbin lies on the Songhua.\n\n### Which river?\n\nAnswer: Songhua\n\nSee: ¶2\n"
      ),
      .pack(
        "# Cities\n\nHarbin lies on the Songhua.\n\n### Which river?\n\nAnswer: Songhua\n\nSee: ¶1\n"
      )),
    ExplanationPage(
      .unknownItem, "there is no such item",
      "'Requires:' and 'Apart:' name other items of the pack by their ids.",
      wrong: "### Which city is it? {#city}\n\nAnswer: Harbin\n\nApart: ctiy-2",
      right:
        "### Which city is it? {#city}\n\nAnswer: Harbin\n\nApart: river\n\n### Which river? {#river}\n\nAnswer: Songhua"
    ),
    ExplanationPage(
      .circularRequirement, "an item requires itself",
      "'Requires:' says what must be answered before; where two items require each other, neither can come.",
      wrong:
        "### Which city? {#city}\n\nAnswer: Harbin\n\nRequires: river\n\n### Which river? {#river}\n\nAnswer: Songhua\n\nRequires: city",
      right:
        "### Which city? {#city}\n\nAnswer: Harbin\n\nRequires: river\n\n### Which river? {#river}\n\nAnswer: Songhua"
    ),
    ExplanationPage(
      .unknownFeature, "the map has no such place",
      "A place is named by the 'id' of its feature in the map's file.",
      .files([["pack.md", mapPack("Map: harbn")], ["m.geojson", map]]),
      .files([["pack.md", mapPack("Map: harbin")], ["m.geojson", map]])),
    ExplanationPage(
      .unknownFeatureKind, "the map has no places of this kind",
      "'Map: each KIND' makes an item of every feature whose 'kind' is this word.",
      .files([["pack.md", mapPack("Map: each town")], ["m.geojson", map]]),
      .files([["pack.md", mapPack("Map: each city")], ["m.geojson", map]])),
    ExplanationPage(
      .noMap, "the pack has no map",
      "An item with 'Map:' needs a map: 'map: FILE.geojson' in the pack's header.",
      .pack("# Cities\n\n### Which city is marked?\n\nMap: harbin\n"),
      .files([["pack.md", mapPack("Map: harbin")], ["m.geojson", map]])),
    ExplanationPage(
      .badMap, "the map cannot be used",
      """
      A map is a GeoJSON feature collection. Each feature has an 'id' (letters, digits and hyphens) and
      the properties 'kind' and 'name'; every 'name_…' is another name that is accepted, 'borders' the ids
      of its neighbours. Rings are closed (the last position is the first again) and do not cross
      themselves; a position is longitude, then latitude.
      """,
      .files([
        ["pack.md", mapPack("Map: harbin")], ["m.geojson", "{\"type\":\"FeatureCollection\""],
      ]),
      .files([["pack.md", mapPack("Map: harbin")], ["m.geojson", map]])),
    ExplanationPage(
      .unknownLesson, "there is no such lesson",
      "'requires' in a lesson file's header names lessons taught before, by title or by file name.",
      .files([
        ["pack.md", "---\ntitle: Cities\n---\n"],
        ["01.md", "# Rivers\n\n### Which?\n\nAnswer: Songhua\n"],
        ["02.md", "---\nrequires: River\n---\n\n# Cities\n\n### Which?  {#c}\n\nAnswer: Harbin\n"],
      ]),
      .files([
        ["pack.md", "---\ntitle: Cities\n---\n"],
        ["01.md", "# Rivers\n\n### Which?\n\nAnswer: Songhua\n"],
        ["02.md", "---\nrequires: Rivers\n---\n\n# Cities\n\n### Which? {#c}\n\nAnswer: Harbin\n"],
      ])),
    ExplanationPage(
      .missingFile, "a file of the pack is missing",
      "The header names a map or a document that is not in the pack's folder. Capital letters count.",
      .pack(
        "---\nmap: Asia.geojson\n---\n\n# Cities\n\n### Which city is marked?\n\nMap: harbin\n"),
      .files([["pack.md", mapPack("Map: harbin")], ["m.geojson", map]])),
  ]

  private static let map = """
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "id": "harbin", "geometry": null,
       "properties": {"kind": "city", "name": "Harbin"}}
    ]}
    """

  private static func mapPack(_ answer: String) -> String {
    "---\nmap: m.geojson\n---\n\n# Cities\n\n### Which city is marked?\n\n\(answer)\n"
  }
}
