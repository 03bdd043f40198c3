import ArgumentParser
import struct ArgumentParser.Option
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite analyze PACK FILE…`: what a class's results say of the questions.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show which questions work, which are missed, and what to do about them.",
    discussion: """
      Files may be sheets marked by 'recite grade', results of 'recite quiz --format jsonl', or \
      learners' progress files, of which the first answers are taken; each kind is told by its \
      beginning. Facility is the mean credit; discrimination the correlation of an item with the \
      rest of the test.

      Exit status: 0 done; 65 a file cannot be used, or nothing in them is about this pack.
      """)

  @Argument(help: "The pack that was answered, by name or path.")
  var pack: String

  @Argument(help: ArgumentHelp("Results of any number of learners.", valueName: "file"))
  var files: [String]

  @Flag(help: "Print the analysis as JSON.")
  var json = false

  @Option(help: ArgumentHelp("Write the analysis to this file as a web page.", valueName: "file"))
  var html: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workspace = Workspace(options.values)
    let packOf = try workspace.pack(pack)
    var collection = ResultCollection(
      pack: packOf, grader: workspace.grader(for: [packOf]), scheduler: workspace.scheduler)
    for file in files { try collection.add(file) }
    guard collection.results.learners > 0 else {
      throw Failure(.unusable, "no file holds an answer to the pack '\(packOf.id)'")
    }
    let analysis = ItemAnalysis(collection.results, pack: packOf, map: packOf.map)
    if let html { try OutputFile.write(AnalysisHTML(analysis).text, to: html) }
    if json {
      try StandardStream.output.write(analysis.json + "\n")
    } else if html != "-" {
      let lines = AnalysisPresenter(width: workspace.width).lines(analysis)
      let text = lines.reduce(into: "") { $0 += workspace.theme.render($1) + "\n" }
      try workspace.look.pager.show(text)
    }
    if collection.faults > 0 {
      say(
        "\(collection.faults) \(collection.faults == 1 ? "file was" : "files were") not read whole")
      throw ExitCode(.unusable)
    }
  }
}

/// Reads result files of every kind, one after another, and keeps only what is counted.
private struct ResultCollection {
  private(set) var results: ClassResults
  private(set) var faults = 0
  private let pack: Pack
  private let items: [Item]
  private let grader: Grader
  private let scheduler: Scheduler

  init(pack: Pack, grader: Grader, scheduler: Scheduler) {
    self.pack = pack
    self.grader = grader
    self.scheduler = scheduler
    items = pack.askable(with: pack.map)
    results = ClassResults(items: items)
  }

  /// Adds a file; what is wrong with it is said, and the rest is counted.
  ///
  /// - Throws: `Failure` where the file is not there.
  mutating func add(_ path: String) throws {
    let file = try ChunkedFile(path)
    var first: [UInt8] = []
    try file.read(into: &first)
    do {
      let start = String(decoding: first.prefix(64), as: UTF8.self)
      let refill = ResultCollection.refill(file, after: first)
      if first.first(where: { $0 > 0x20 }) != UInt8(ascii: "{") {
        try addSheet(refill)
      } else if start.contains("\"recite-progress\"") {
        let read = try ProgressJSON.read(scheduler: scheduler, refill: refill)
        for answer in read.stored.progress.firstAnswers(of: pack.id, items: items) {
          results.add(answer, by: "progress \(path)")
        }
      } else {
        try addLines(refill, path)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      faults += 1
      say("\(file.name): \(VisibleText.of("\(error)"))")
    }
  }

  /// The chunks of a file of which the first was read already.
  private static func refill(
    _ file: ChunkedFile, after first: [UInt8]
  ) -> (inout [UInt8]) throws -> Void {
    var waiting = first
    return { bytes in
      if waiting.isEmpty { return try file.read(into: &bytes) }
      bytes += waiting
      waiting = []
    }
  }

  private mutating func addSheet(_ refill: @escaping (inout [UInt8]) throws -> Void) throws {
    var reader = try MarkedSheetReader(of: pack.id, items: items, refill: refill)
    while let row = try reader.next() { results.add(row.answer, by: "name \(row.learner)") }
  }

  private mutating func addLines(
    _ refill: (inout [UInt8]) throws -> Void, _ path: String
  ) throws {
    var lines = ResultLines(of: pack.id, items: items, map: pack.map, grader: grader)
    var waiting: [UInt8] = []
    var number = 0
    var run = 1
    func keep(_ answers: [ClassResults.Answer]?, in results: inout ClassResults) {
      guard let answers else { return }
      for answer in answers { results.add(answer, by: "run \(run) of \(path)") }
      run += 1
    }
    while true {
      let count = waiting.count
      try refill(&waiting)
      let isAtEnd = waiting.count == count
      if isAtEnd, !waiting.isEmpty { waiting.append(0x0a) }
      var start = 0
      while let end = waiting[start...].firstIndex(of: 0x0a) {
        number += 1
        let line = Array(waiting[start..<end])
        start = end + 1
        if line.allSatisfy({ $0 <= 0x20 }) { continue }
        do {
          keep(try lines.read(line), in: &results)
        } catch let error as JSONError {
          throw JSONError(error.reason, line: number, column: error.column)
        }
      }
      waiting.removeSubrange(..<start)
      if isAtEnd { break }
    }
    keep(lines.end(), in: &results)
  }
}
