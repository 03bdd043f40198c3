@main struct Recite {
  static func main() {}
}
