// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "recite",
  products: [.executable(name: "recite", targets: ["recite"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(
      name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "CShipped", exclude: ["Editor", "Licences", "lessons.inc", "lexicon.bin"]),
    .target(name: "ReciteCore", swiftSettings: settings),
    .target(name: "ReciteFormats", dependencies: ["ReciteCore"], swiftSettings: settings),
    .target(
      name: "RecitePresentation", dependencies: ["ReciteCore", "ReciteFormats"],
      swiftSettings: settings),
    .target(
      name: "ReciteShell", dependencies: ["CLibedit", "ReciteCore"], swiftSettings: settings),
    .executableTarget(
      name: "recite",
      dependencies: [
        "CShipped", "ReciteCore", "ReciteFormats", "RecitePresentation", "ReciteShell",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "line-probe", dependencies: ["ReciteShell"], path: "Tests/LineProbe",
      swiftSettings: settings),
    .target(
      name: "Support", dependencies: ["ReciteCore"], path: "Tests/Support", swiftSettings: settings),
    .target(
      name: "FuzzTargets", dependencies: ["CShipped", "ReciteFormats", "ReciteShell", "Support"],
      path: "Tests/FuzzTargets", exclude: ["Corpus"], swiftSettings: settings),
    .testTarget(
      name: "ReciteCoreTests", dependencies: ["CShipped", "ReciteCore", "Support"],
      swiftSettings: settings),
    .testTarget(
      name: "ReciteFormatsTests",
      dependencies: ["CShipped", "FuzzTargets", "ReciteFormats", "Support"],
      exclude: ["Packs", "Drafts/erie-canal.md", "Drafts/erie-canal.expected.md"],
      swiftSettings: settings),
    .testTarget(
      name: "RecitePresentationTests", dependencies: ["RecitePresentation", "Support"],
      swiftSettings: settings),
    .testTarget(
      name: "ReciteShellTests",
      dependencies: ["FuzzTargets", "ReciteShell", "Support", "line-probe"],
      swiftSettings: settings),
    .testTarget(
      name: "reciteTests", dependencies: ["CShipped", "recite", "Support"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// What only measures is built only where it is asked for: `.ci/bench-store`, `.ci/bench-map`,
// `.ci/damage`.
if Context.environment["RECITE_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "map-bench", dependencies: ["ReciteFormats", "RecitePresentation"],
      path: "Tests/MapBench", swiftSettings: settings))
  package.targets.append(
    .executableTarget(
      name: "damage", dependencies: ["FuzzTargets", "ReciteCore"], path: "Tests/Damage",
      swiftSettings: settings))
  package.targets.append(
    .executableTarget(
      name: "store-bench", dependencies: ["ReciteCore", "ReciteFormats", "ReciteShell"],
      path: "Tests/Bench",
      swiftSettings: settings))
}

// What only fuzzes needs the sanitizers and the path of their runtime: `.ci/fuzz`.
if let runtime = Context.environment["RECITE_FUZZ"] {
  let sanitizers = Context.environment["RECITE_FUZZ_WITH"] ?? "fuzzer,address"
  let instrumented: [SwiftSetting] = [.unsafeFlags(["-sanitize=\(sanitizers)"])]
  for target in package.targets where target.name.hasPrefix("Recite") && target.type == .regular {
    target.swiftSettings = instrumented
  }
  let linked = sanitizers.contains("address") ? ["-sanitize=address"] : []
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz",
      swiftSettings: instrumented + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(linked + [runtime, "-lstdc++"])]))
}
