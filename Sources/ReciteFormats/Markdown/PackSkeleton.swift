import ReciteCore

/// The pack that `recite new` begins: small, whole, and explained by its comments.
package enum PackSkeleton {
  /// The files of a new pack, `pack.md` first; one file where it is `single`.
  package static func files(id: PackID, title: String, single: Bool) -> [(
    name: String, text: String
  )] {
    let header = """
      ---
      pack: \(id)
      title: \(PackAssembly.oneLine(title))
      author: Your name
      license: CC BY 4.0
      language: en
      topics: fact, reason
      source notes: My own notes on the calendar
      paragraphs notes: 4
      pass: 70%
      ---

      <!-- The lines above are the pack's header: 'key: value', nothing more. 'topics' are words of your
           own by which learners drill; 'source ID: Title' names a document that items come from.
           Text in marks like these is a comment: nobody but you reads it. -->

      This pack is a sample about the calendar. Replace it piece by piece with your own subject.

      """
    let lesson = PackSkeleton.lesson
    guard !single else { return [("\(id).md", header + "\n" + lesson)] }
    return [("pack.md", header), ("01-first-lesson.md", lesson)]
  }

  private static let lesson = """
    # The calendar and the sun

    <!-- '# ' opens a lesson, '## ' a section of its reading, '### ' a question. A question belongs to the
         section it stands in: whoever misses it is shown that passage again. -->

    ## Why there are leap days

    The Earth needs about 365 days and six hours for its way round the sun. An ordinary calendar year
    has 365 days, so it ends some six hours too early. After four years that makes a whole day, which
    is added at the end of February. Without it every date would come earlier and earlier in the round
    of the seasons: after some 120 years spring would begin a month late by the calendar.

    <!-- 'Answer:' with a number. Write a tolerance as '365 ± 1', a range as '360..370', a unit as
         '365 days'. {#id} is what a learner's progress hangs on: keep it when you mend the text. -->

    ### How many days has an ordinary calendar year? {#ordinary-year .fact}

    Answer: 365

    Why: The hours that are left over wait for the leap day.

    Source: notes ¶1

    <!-- 'Answer:' with words; other ways to write it stand behind bars. Slips of the keyboard are forgiven
         by themselves, so only real alternatives belong here. -->

    ### At the end of which month is the leap day added? {#leap-month .fact}

    Answer: February | Feb

    Hint: It is the shortest of the twelve.

    Source: notes ¶2

    <!-- Check boxes make a choice: 'x' is right. Tick several, and it is a selection. What stands behind
         '>' is told to whoever picks that option. -->

    ### What is the leap day for? {#leap-reason .reason}

    - [ ] It gives every month the same length.
      > The months stay as unequal as they were.
    - [x] It keeps the dates in step with the sun.
    - [ ] It makes up for the slowing of the Earth.
      > That slowing is far too small to be seen in a calendar.

    Source: notes ¶2

    <!-- Double braces make a gap. -->

    ### A leap day is added every {{four | 4}} years. {#leap-interval .fact}

    Source: notes ¶2

    <!-- 'Chain:' joins causes and effects; each time another link is asked for. -->

    ### What happens without leap days? {#drift .reason}

    Chain: the Earth's round takes longer than 365 days → the calendar year ends too early → dates come earlier in the seasons

    Source: notes ¶3

    <!-- 'Points:' mark an answer in the learner's own words. ' + ' joins what must all be said, '|' parts
         ways to say it, '*' ends a stem. -->

    ### Why would spring begin at another date after a century without leap days? {#century .reason}

    Points:
    - six hours | quarter of a day | longer than 365
    - every year + earl* | add* up | too early

    Source: notes ¶3

    ## Months and seasons

    Four months have 30 days: April, June, September and November. February has 28, or 29 in a leap
    year; the others have 31. In the north spring begins in March, summer in June, autumn in September
    and winter in December; south of the equator the seasons are the other way round.

    <!-- Bullets are a list in any order; 'Need: 2' asks for any two of them. -->

    ### Name two months that have 30 days. {#thirty-days .fact}

    - April
    - June
    - September
    - November

    Need: 2

    Source: notes ¶4

    <!-- Numbered steps are an ordering; they are shuffled for the learner. -->

    ### Put the beginnings of the northern seasons in their order from January on. {#seasons .fact}

    1. spring
    2. summer
    3. autumn
    4. winter

    Source: notes ¶4

    <!-- A table of two columns is a matching. A row with an empty first cell is a wrong match. -->

    ### Which season begins when, in the north? {#season-months .fact}

    | Season | Month |
    |---|---|
    | spring | March |
    | summer | June |
    | autumn | September |
    | | May |

    Source: notes ¶4

    ### South of the equator winter begins in December. {#southern-winter .reason}

    Answer: false

    Why: There it is summer; the seasons are the other way round.

    Source: notes ¶4

    <!-- See 'recite explain grammar' for all of the format, 'recite check' for what is wrong,
         'recite preview' to play it. -->

    """
}
